using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

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
        Assert.NotEqual(bytes.Length, (long)asset["bytes"]!);
        Assert.Equal(((long)converted["bytes"]!, (long)asset["bytes"]!), ((long)asset["bytes"]!, file.Length));
    }
}
