using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Connector.Pins;
using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

public sealed class SurelyValidTests
{
    private static readonly PropertyInfo[] Fields = [.. typeof(CreatePinRequest).GetProperties().Where(field => field.CanWrite)];

    private static readonly string[] Texts =
    [
        "", "a", "7", "1234567890", "12a", "\u0663", "1\n", "nul\0", "#6E7874", "<b>Salt &amp; pepper</b>", "🌷", "image/jpeg",
        "https://a.example/k.jpg", "https://shop.example.com/p?utm_source=pinterest#top", "http://a.example/", "https://A.example/",
        "https://a.example/k.jpg,https://b.example", "https://a.example/?x=1&amp;y=2", "https://user:secret@a.example/",
        "https://1.2.3.4.5/", "https://-a.example/", "https://a..b/", "https://xn--a.example/", "https://a.example/a b",
        "https://a.example/\u00fc", "https://a.0x1/", "https://localhost/", "https://", "pin-000123",
    ];

    [Fact]
    public void Nothing_is_surely_valid_that_the_attributes_refuse()
    {
        var random = new Random(20261129);
        var sure = 0;
        for (var run = 0; run < 30_000; run++)
        {
            var pin = Random(random);
            if (!SurelyValid.Is(pin)) continue;

            sure++;
            var wrong = new List<ValidationResult>();
            Validator.TryValidateObject(pin, new ValidationContext(pin), wrong, validateAllProperties: true);
            Assert.True(wrong.Count == 0, $"{wrong.FirstOrDefault()?.ErrorMessage} {pin}");
        }

        Assert.InRange(sure, 1000, 29_000);
    }

    [Fact]
    public void An_ordinary_pin_is_surely_valid() => Assert.True(SurelyValid.Is(Ordinary));

    [Fact]
    public void Every_field_with_a_rule_has_been_thought_of()
    {
        // A field that is added here has to be looked at in SurelyValid.
        string[] known =
        [
            "AccountId", "AdAccountId", "AltText", "AssetId", "Board", "BoardId", "BoardSectionId", "CallbackUrl", "ChosenBy",
            "CoverAssetId",
            "CoverImageUrl", "CoverTimeSeconds", "Description", "DominantColor", "IdempotencyKey", "ImageContentType", "ImageUrl",
            "LeadDays", "LinkUrl", "ParentPinId", "Priority", "SponsorId", "Title", "VideoUrl",
        ];

        Assert.Equal(
            known, Fields.Where(field => field.IsDefined(typeof(ValidationAttribute), true)).Select(field => field.Name).Order());
    }

    private static readonly CreatePinRequest Ordinary = new()
    {
        AccountId = "acc_1",
        BoardId = "1000",
        Title = "Oak side table, hand oiled",
        Description = "A side table of solid oak with a drawer.",
        LinkUrl = "https://shop.example.com/products/oak-side-table?utm_source=pinterest",
        ImageUrl = "https://cdn.example.com/images/oak-side-table-1000x1500.jpg",
        IdempotencyKey = "oak-1",
        Metadata = new Dictionary<string, string?> { ["sku"] = "OAK-ST-01" },
    };

    /// <summary>An ordinary pin in which some fields hold anything.</summary>
    private static CreatePinRequest Random(Random random)
    {
        var pin = Ordinary with { Title = Ordinary.Title };
        for (var change = random.Next(4); change > 0; change--)
        {
            var field = Fields[random.Next(Fields.Length)];
            field.SetValue(pin, Value(random, Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType));
        }

        return pin;
    }

    private static object? Value(Random random, Type type) => type switch
    {
        _ when type == typeof(string) => random.Next(5) switch
        {
            0 => null,
            1 => new string('x', random.Next(2100)),
            2 => $"https://a.example/{new string('x', random.Next(2100))}",
            _ => Texts[random.Next(Texts.Length)],
        },
        _ when type == typeof(int) => random.Next(-20, 1000),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 12, 25),
        _ when type == typeof(IReadOnlyList<CarouselSlide>) => Enumerable.Repeat(new CarouselSlide(), random.Next(7)).ToList(),
        _ when type == typeof(IReadOnlyDictionary<string, string?>) => Enumerable.Range(0, random.Next(25)).ToDictionary(
            i => i == 6 ? "" : $"k{i}", _ => (string?)Value(random, typeof(string))),
        _ => throw new InvalidOperationException($"No values for {type}: add some."),
    };
}
