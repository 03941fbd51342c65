using System.Net;
using System.Security.Cryptography;
using Connector.Tests.Support;
using static Connector.Tests.Assets.AssetCalls;

namespace Connector.Tests.Assets;

public sealed class GiveAssetTests(GiveAssetTests.Running running) : IClassFixture<GiveAssetTests.Running>
{
    private readonly SidecarApp _app = running.App;

    [Fact]
    public async Task A_file_may_come_as_a_form_or_as_the_body_itself_and_is_what_its_bytes_are()
    {
        var png = SampleMedia.Png(1001);

        var (first, asset) = await _app.Admin.GiveAsync(Form(("file", png)));
        var (second, same) = await _app.Admin.GiveAsync(png, "image/webp");
        var (third, again) = await _app.Admin.GiveAsync(png, null);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK], [first, second, third]);
        Assert.Equal(again.ToJsonString(), (await _app.GetAsync($"/v1/assets/{asset["id"]}")).ToJsonString());
        Assert.All([same, again], other => Assert.Equal((string)asset["id"]!, (string?)other["id"]));
        Assert.Equal(
            ("image", "image/png", 1001, 1500),
            ((string)asset["kind"]!, (string)asset["content_type"]!, (int)asset["width"]!, (int)asset["height"]!));
        Assert.Equal((png.Length, Convert.ToHexStringLower(SHA256.HashData(png))), ((int)asset["bytes"]!, (string)asset["sha256"]!));
        Assert.All(asset["checks"]!.AsArray(), check => Assert.Equal("passed", (string?)check!["status"]));
    }

    [Fact]
    public async Task A_video_says_how_long_it_is_and_what_could_be_better()
    {
        var video = await _app.GivenAsync(SampleMedia.Movie(new Film { IsIndexFirst = false, Seconds = 12.5 }));

        Assert.Equal(("video", 12.5), ((string)video["kind"]!, (double)video["duration_seconds"]!));
        var warning = Assert.Single(video["checks"]!.AsArray(), check => (string?)check!["status"] == "warning")!;
        Assert.Equal(("video_moov", "video_moov_last"), ((string)warning["name"]!, (string)warning["code"]!));
        Assert.Contains("ffmpeg", (string)warning["remediation"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media_type_unsupported")]
    [InlineData("media_broken")]
    [InlineData("media_too_small")]
    public async Task What_Pinterest_would_not_take_is_refused_and_leaves_nothing(string code)
    {
        var bytes = code switch
        {
            "media_type_unsupported" => [.. "BM and more"u8],
            "media_broken" => SampleMedia.Jpeg(hasEnd: false),
            _ => SampleMedia.Png(50, 50),
        };
        var before = _app.Files();

        var (status, problem) = await _app.Admin.GiveAsync(Form(("file", bytes)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, (string?)problem["code"]));
        Assert.NotNull(problem["errors"]!["file"]);
        Assert.Equal(before, _app.Files());
    }

    [Fact]
    public async Task Assets_are_listed_newest_first_page_by_page()
    {
        var older = await _app.GivenAsync(SampleMedia.Png(1002));
        var newer = await _app.GivenAsync(SampleMedia.Png(1003));

        var first = await _app.GetAsync("/v1/assets?limit=1");
        var second = await _app.GetAsync($"/v1/assets?limit=1&cursor={first["next_cursor"]}");

        Assert.Equal(
            [(string)newer["id"]!, (string)older["id"]!], [(string)first["items"]![0]!["id"]!, (string)second["items"]![0]!["id"]!]);
    }

    [Fact]
    public async Task Other_workspaces_see_nothing_of_it_and_their_own_copy_outlives_ours()
    {
        var png = SampleMedia.Png(1004);
        using var stranger = await _app.OfWorkspaceAsync("strangers");
        var ours = await _app.GivenAsync(png);

        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Get, ours, stranger));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Delete, ours, stranger));
        var (status, theirs) = await stranger.GiveAsync(png);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.NotEqual((string)ours["id"]!, (string?)theirs["id"]);
        Assert.Single(_app.Files(), file => file == (string?)ours["sha256"]);

        Assert.Equal(HttpStatusCode.NoContent, await _app.StatusAsync(HttpMethod.Delete, ours));
        Assert.Contains((string)ours["sha256"]!, _app.Files());
        Assert.Equal(HttpStatusCode.NoContent, await _app.StatusAsync(HttpMethod.Delete, theirs, stranger));
        Assert.DoesNotContain((string)ours["sha256"]!, _app.Files());
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_one_asset()
    {
        var png = SampleMedia.Png(1005);

        var given = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _app.Admin.GiveAsync(png)));

        Assert.Single(given, answer => answer.Status == HttpStatusCode.Created);
        Assert.Single(given.Select(answer => (string)answer.Body["id"]!).Distinct());
        Assert.Equal(png, await _app.KeptAsync(given[0].Body));
    }

    public sealed class Running : IAsyncLifetime
    {
        public SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await SidecarApp.StartAsync();

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }
}
