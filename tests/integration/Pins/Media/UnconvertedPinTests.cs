using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Assets;
using Connector.Assets.Conversion;
using Connector.Assets.Files;
using Connector.Tests.Assets;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Pins.Media;

/// <summary>Pictures that Pinterest does not take, for an account that does not want them converted.</summary>
public sealed class UnconvertedPinTests(MediaWorld world) : IClassFixture<MediaWorld>
{
    private readonly SidecarApp _app = world.App;

    [Fact]
    public async Task An_account_that_wants_no_such_help_has_them_refused()
    {
        var account = await _app.SimulatorAccountAsync("as they are");
        using var set = await _app.Admin.PatchAsJsonAsync($"/v1/accounts/{account}", new { settings = new { convert_images = false } });
        set.EnsureSuccessStatusCode();
        var asset = await _app.GivenAsync(SamplePictures.WebP(660));
        world.Serve("/unwanted", SamplePictures.WebP(661));

        foreach (var (field, value) in new (string, JsonNode?)[]
        {
            ("image_base64", Convert.ToBase64String(SamplePictures.WebP())), ("asset_id", (string?)asset["id"]),
            ("image_url", $"{world.Url}/unwanted"),
        })
        {
            var pin = SidecarApp.Pin(
                ("image_url", null), ("account_id", account), (field, value), ("snapshot_media", field == "image_url" ? true : null));
            using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);
            var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.Equal((422, "media_type_unsupported"), ((int)answer.StatusCode, (string?)problem["code"]));
            Assert.Contains("convert_images", (string?)problem["remediation"], StringComparison.Ordinal);
            Assert.NotNull(problem["errors"]![field]);
        }
    }

    [Fact]
    public async Task A_picture_where_a_video_is_needed_is_called_one_and_nothing_is_said_of_converting()
    {
        world.Serve("/film.mp4", SamplePictures.WebP(662));
        var pin = SidecarApp.Pin(
            ("account_id", await _app.FirstAccountAsync()), ("image_url", null), ("video_url", $"{world.Url}/film.mp4"));

        var checks = (await _app.PostAsync("/v1/pins/validate", pin))["checks"]!.AsArray();
        var id = await _app.PublishAsync(pin);
        var failed = await _app.GetAsync($"/v1/pins/{id}?wait=30");
        pin["snapshot_media"] = true;
        using var refused = await _app.Admin.PostAsJsonAsync("/v1/pins", pin);

        Assert.Equal("failed", (string?)failed["status"]);
        foreach (var answer in new[] { checks.ToJsonString(), failed.ToJsonString(), await refused.Content.ReadAsStringAsync() })
        {
            Assert.Contains("leads to an image", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("convert_images", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_image_library_is_not_there_it_says_so_and_what_to_do()
    {
        var services = _app.Services;
        var converter = new ImageConverter(
            services.GetRequiredService<ArrivingFiles>(),
            new ConversionProcess(TimeProvider.System) { Program = Path.Combine(Path.GetTempPath(), "nothing is here") },
            services.GetRequiredService<ConversionQueue>(),
            services.GetRequiredService<IOptions<AssetOptions>>(),
            services.GetRequiredService<IOptions<ImageOptions>>());
        var picture = SamplePictures.WebP();

        var (_, image) = await converter.CheckAsync(
            picture, MediaReader.Read(new MemoryStream(picture)), isAllowed: true, CancellationToken.None);

        var check = Assert.Single(image.Checks);
        Assert.Equal(("media_type", "media_type_unsupported"), (check.Name, check.Code));
        Assert.Contains("libvips, is not there", check.Remediation, StringComparison.Ordinal);
        Assert.Contains("container image", check.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_taken_as_they_are_leave_a_file_that_was_converted_as_it_is()
    {
        var account = await _app.SimulatorAccountAsync("as they came");
        using var set = await _app.Admin.PatchAsJsonAsync($"/v1/accounts/{account}", new { settings = new { convert_images = false } });
        set.EnsureSuccessStatusCode();
        var bytes = SamplePictures.Cmyk();
        var converted = await _app.GivenAsync(bytes);
        world.Serve("/print.jpg", bytes);

        using var taken = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(
            ("account_id", account), ("image_url", $"{world.Url}/print.jpg"), ("snapshot_media", true)));

        var asset = await _app.GetAsync($"/v1/assets/{converted["id"]}");
        var file = new FileInfo(Path.Combine(_app.DataDirectory, "assets", (string)asset["sha256"]!));
        Assert.Equal(202, (int)taken.StatusCode);
        Assert.NotEqual(bytes.Length, (long)asset["bytes"]!);
        Assert.Equal(((long)converted["bytes"]!, (long)asset["bytes"]!), ((long)asset["bytes"]!, file.Length));
    }
}
