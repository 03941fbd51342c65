using Connector.Assets;
using Connector.Assets.Conversion;
using Connector.Assets.Media;

namespace Connector.Tests.Assets;

public sealed class ConversionChecksTests
{
    private static readonly MediaFacts WebP = new(MediaFormat.WebP, 10);

    private static readonly MediaFacts Jpeg = new(MediaFormat.Jpeg, 10) { Width = 1000, Height = 1500 };

    private static readonly ConversionResult Same = new() { Width = 1000, Height = 1500 };

    public static TheoryData<string, string> Changes => new()
    {
        { "format", "it came as WebP" },
        { "smaller", "it has 1000 × 1500 pixels now and had 4000 × 6000" },
        { "colors", "(CMYK)" },
        { "turned", "turned upright" },
        { "pages", "the first of 3 pages" },
        { "clear", "what was transparent stays so" },
        { "white", "what was transparent is white now" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_was_done_is_said_and_nothing_else(string change, string words)
    {
        var result = change switch
        {
            "smaller" => Same with { Width = 4000, Height = 6000 },
            "colors" => Same with { WasCmyk = true },
            "turned" => Same with { WasTurned = true },
            "pages" => Same with { Pages = 3 },
            "clear" => Same with { WasTransparent = true, IsTransparent = true },
            "white" => Same with { WasTransparent = true },
            _ => Same,
        };

        var check = ConversionChecks.Of(change == "format" ? WebP : Jpeg, Jpeg, result);

        Assert.True(check.Warns);
        Assert.Equal(2, check.Message!.Split(':')[1].Split(';').Length);
        Assert.Contains(words, check.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(ConversionFailure.Broken), "media_broken", "cut off")]
    [InlineData(nameof(ConversionFailure.TooManyPixels), "media_too_large", "200,000,000")]
    [InlineData(nameof(ConversionFailure.Animated), "media_type_unsupported", "4 seconds or more")]
    [InlineData(nameof(ConversionFailure.Late), "conversion_failed", "Connector:Images:Timeout")]
    [InlineData(nameof(ConversionFailure.Crashed), "conversion_failed", "Connector:Images:MemoryBytes")]
    public void Why_it_was_not_converted_is_said_with_what_to_do(string failure, string code, string words)
    {
        var result = new ConversionResult { Failure = Enum.Parse<ConversionFailure>(failure), Pages = 2 };

        var check = ConversionChecks.Failed(WebP, result, new ImageOptions());

        Assert.Equal((true, code), (check.HasFailed, check.Code));
        Assert.Contains(words, $"{check.Message} {check.Remediation}", StringComparison.Ordinal);
    }
}
