using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using static Connector.Tests.Assets.AssetCalls;

namespace Connector.Tests.Assets;

public sealed class ConvertAssetTests(ConvertAssetTests.Running running) : IClassFixture<ConvertAssetTests.Running>
{
    private readonly SidecarApp _app = running.App;

    [Fact]
    public async Task A_picture_that_Pinterest_does_not_take_is_kept_as_one_that_it_takes_under_its_own_hash()
    {
        var webp = SamplePictures.WebP(610);

        var asset = await _app.GivenAsync(webp);

        Assert.Equal(
            ("image", "image/jpeg", 610, 900),
            ((string)asset["kind"]!, (string)asset["content_type"]!, (int)asset["width"]!, (int)asset["height"]!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(webp)), (string?)asset["sha256"]);
        Assert.Contains("it came as WebP", Converted(asset), StringComparison.Ordinal);
        var kept = await _app.KeptAsync(asset);
        Assert.True(kept is [0xFF, 0xD8, .., 0xFF, 0xD9] && kept.Length == (int)asset["bytes"]!);
        Assert.DoesNotContain(_app.Files(), file => file.StartsWith("arriving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_picture_again_is_the_same_asset_also_for_others()
    {
        var tiff = SamplePictures.Tiff();
        using var stranger = await _app.OfWorkspaceAsync("others");

        var first = await _app.GivenAsync(tiff);
        var (status, again) = await _app.Admin.GiveAsync(Form(("file", tiff)));
        var (theirs, other) = await stranger.GiveAsync(tiff);

        Assert.Equal((HttpStatusCode.OK, (string?)first["id"]), (status, (string?)again["id"]));
        Assert.Equal((HttpStatusCode.Created, (int)first["bytes"]!), (theirs, (int)other["bytes"]!));
        Assert.Equal(Converted(first), Converted(other));
    }

    [Fact]
    public async Task It_is_made_again_when_its_file_was_lost()
    {
        var avif = SamplePictures.Avif();
        var asset = await _app.GivenAsync(avif);
        await _app.LoseAsync(asset);

        var (status, again) = await _app.Admin.GiveAsync(avif);

        Assert.Equal((HttpStatusCode.OK, (string?)asset["id"]), (status, (string?)again["id"]));
        Assert.Equal((long)again["bytes"]!, (await _app.KeptAsync(asset)).Length);
    }

    [Theory]
    [InlineData("half", "media_broken", "damaged or cut off")]
    [InlineData("moves", "media_type_unsupported", "MP4 of 4 seconds or more")]
    [InlineData("iphone", "media_type_unsupported", "Most Compatible")]
    [InlineData("bmp", "media_type_unsupported", "PNG or JPEG")]
    [InlineData("tiny", "media_too_small", "1000 × 1500")]
    public async Task What_cannot_be_converted_is_refused_with_advice_and_leaves_nothing(string what, string code, string advice)
    {
        var bytes = what switch
        {
            "half" => SamplePictures.WebP(611)[..^60],
            "moves" => SamplePictures.Gif(3),
            "iphone" => SampleMedia.Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1heic"u8]),
            "bmp" => [.. "BM"u8, .. new byte[60]],
            _ => SamplePictures.WebP(60, 90),
        };
        var before = _app.Files();

        var (status, problem) = await _app.Admin.GiveAsync(bytes);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, (string?)problem["code"]));
        Assert.Contains(advice, $"{problem["detail"]} {problem["remediation"]}", StringComparison.Ordinal);
        Assert.Equal(before, _app.Files());
    }

    [Fact]
    public async Task A_picture_larger_than_Pinterest_takes_becomes_smaller()
    {
        var large = SamplePictures.Jpeg(1000, 1500);
        await using var app = await SidecarApp.StartAsync(settings: [$"Connector:Assets:ImageBytes={large.Length - 1}"]);

        var asset = await app.GivenAsync(large);

        Assert.InRange((int)asset["bytes"]!, 1, large.Length - 1);
        Assert.StartsWith("The image was made JPEG", Converted(asset), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_is_refused_and_says_so()
    {
        await using var app = await SidecarApp.StartAsync(settings: ["Connector:Images:Convert=false"]);

        var (status, problem) = await app.Admin.GiveAsync(SamplePictures.WebP());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "media_type_unsupported"), (status, (string?)problem["code"]));
        Assert.Contains("Connector:Images:Convert", (string?)problem["remediation"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_all_converted_in_their_turn_and_too_many_are_refused()
    {
        await using var app = await SidecarApp.StartAsync(settings: ["Connector:Images:AtOnce=1", "Connector:Images:Waiting=2"]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => app.Admin.GiveAsync(SamplePictures.WebP(620 + n))));

        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.Created), 3, 8);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), refused =>
            Assert.Equal((503, "conversion_busy"), ((int)refused.Status, (string?)refused.Body["code"])));
    }

    private static string Converted(JsonNode asset) =>
        (string)asset["checks"]!.AsArray().Single(check => (string?)check!["name"] == "media_converted")!["message"]!;

    public sealed class Running : IAsyncLifetime
    {
        public SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await SidecarApp.StartAsync();

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }
}
