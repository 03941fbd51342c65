using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

public sealed class ValidatePinTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_good_pin_passes_every_check_and_nothing_is_stored()
    {
        var answer = await ValidateAsync(SidecarApp.Pin(("link_url", "https://shop.example.com/lamp"), ("idempotency_key", "lamp")));

        Assert.True((bool)answer["valid"]!);
        Assert.All(
            answer["checks"]!.AsArray().Where(check => (string?)check!["name"] != "media_reachable"),
            check => Assert.Equal("passed", (string?)check!["status"]));
        Assert.Equal("skipped ", Check(answer, "media_reachable"));
        Assert.Equal(await _app.FirstAccountAsync(), (string?)answer["resolved"]!["account_id"]);
        Assert.Matches(@"^\d+$", (string?)answer["resolved"]!["board_id"]);
        Assert.NotNull(answer["eta"]!["expected_at"]);
        Assert.Empty((await _app.GetAsync("/v1/pins"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var answer = await ValidateAsync(SidecarApp.Pin(
            ("board", "Nowhere"),
            ("image_url", "https://shop.s3.amazonaws.com/lamp.jpg?X-Amz-Date=20261102T080000Z&X-Amz-Expires=60&X-Amz-Signature=ab"),
            ("link_url", "https://bit.ly/lamp"), ("callback_url", "https://192.168.0.1/"), ("idempotency_key", "lamp")));

        Assert.False((bool)answer["valid"]!);
        Assert.Equal("failed board_not_found", Check(answer, "board"));
        Assert.Equal("failed media_unreachable", Check(answer, "media_url_expiry"));
        Assert.Equal("failed url_not_allowed", Check(answer, "callback"));
        Assert.Equal("warning link_blocked", Check(answer, "link_shortener"));
        Assert.Equal("passed ", Check(answer, "account"));
        Assert.All(answer["checks"]!.AsArray().Where(check => (string?)check!["status"] is "failed" or "warning"), check =>
            Assert.False(string.IsNullOrEmpty((string?)check!["message"]) || string.IsNullOrEmpty((string?)check["remediation"])));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_failed_check_too()
    {
        Assert.Equal("failed validation_failed", Check(await ValidateAsync(SidecarApp.Pin(("titel", "A typo"))), "fields"));
        Assert.Equal("failed validation_failed", Check(await ValidateAsync(SidecarApp.Pin(("title", new string('x', 101)))), "fields"));
        Assert.Equal("failed validation_failed", Check(await ValidateAsync(SidecarApp.Pin(("image_url", null))), "fields"));
    }

    [Fact]
    public async Task A_board_that_Pinterest_does_not_know_fails_and_one_it_cannot_be_asked_about_is_skipped()
    {
        var gone = await ValidateAsync(SidecarApp.Pin(("board", null), ("board_id", "4711")));
        await _app.FaultAsync("forbidden", operation: "get_board", times: 1);
        var unknown = await ValidateAsync(SidecarApp.Pin(("board", null), ("board_id", "4711")));

        Assert.Equal("failed board_not_found", Check(gone, "board_writable"));
        Assert.Equal("skipped ", Check(unknown, "board_writable"));
    }

    [Fact]
    public async Task A_pin_that_is_there_already_is_named()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("idempotency_key", "lamp")));

        var same = await ValidateAsync(SidecarApp.Pin(("idempotency_key", "lamp")));
        var other = await ValidateAsync(SidecarApp.Pin(("idempotency_key", "lamp"), ("title", "Another")));

        Assert.Equal("warning existing_pin", Check(same, "idempotency_key"));
        Assert.Contains(id, same["checks"]!.ToJsonString());
        Assert.Equal("failed idempotency_key_reused", Check(other, "idempotency_key"));
    }

    [Fact]
    public async Task A_domain_that_pinterest_has_blocked_is_a_warning()
    {
        await _app.FaultAsync("link_blocked", times: 1);
        var blocked = await _app.PublishAsync(SidecarApp.Pin(("link_url", "https://shop.example.com/lamp")));
        Assert.Equal("link_blocked", (string?)(await _app.SettledAsync(blocked))["error_code"]);

        // The domain is held just after its pin has failed.
        var check = "";
        for (var look = 0; look < 500 && check != "warning link_blocked"; look++)
            check = Check(await ValidateAsync(SidecarApp.Pin(("link_url", "https://www.shop.example.com/other"))), "link_domain");
        Assert.Equal("warning link_blocked", check);
    }

    [Theory]
    [InlineData("20261102T085959Z", "0", true)]
    [InlineData("20261102T090000Z", "3600", false)]
    public async Task An_address_that_has_expired_when_the_pin_may_go_is_refused(string date, string seconds, bool isRefused)
    {
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(
            ("image_url", $"https://shop.s3.amazonaws.com/lamp.jpg?X-Amz-Date={date}&X-Amz-Expires={seconds}&X-Amz-Signature=ab")));

        Assert.Equal(isRefused ? 422 : 202, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("carousel")]
    [InlineData("cover_image_url")]
    public async Task Each_address_of_a_pin_is_checked(string field)
    {
        const string Good = "https://example.com/lamp.mp4";
        const string Over = "https://shop.s3.amazonaws.com/lamp.jpg?X-Amz-Date=20261102T080000Z&X-Amz-Expires=60&X-Amz-Signature=ab";
        var slides = new JsonArray(new JsonObject { ["image_url"] = Good }, new JsonObject { ["image_url"] = Over });
        var pin = field == "carousel"
            ? SidecarApp.Pin(("image_url", null), ("carousel", slides))
            : SidecarApp.Pin(("image_url", null), ("video_url", Good), ("cover_image_url", Over));

        var checks = (await ValidateAsync(pin))["checks"]!.AsArray()
            .Where(check => (string?)check!["name"] == "media_url_expiry")
            .Select(check => (string?)check!["status"]);

        Assert.Equal(["passed", "failed"], checks);
    }

    [Fact]
    public async Task A_pin_cannot_be_moved_to_when_its_address_has_expired()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(
            ("image_url", "https://shop.s3.amazonaws.com/lamp.jpg?X-Amz-Date=20261102T080000Z&X-Amz-Expires=86400&X-Amz-Signature=ab"),
            ("publish_at", "2026-11-02T20:00:00Z")));

        using var tooLate = await _app.Admin.PatchAsJsonAsync($"/v1/pins/{id}", new { publish_at = "2026-11-03T20:00:00Z" });
        using var inTime = await _app.Admin.PatchAsJsonAsync($"/v1/pins/{id}", new { publish_at = "2026-11-03T07:00:00Z" });

        Assert.Equal((422, 200), ((int)tooLate.StatusCode, (int)inTime.StatusCode));
    }

    [Fact]
    public async Task A_host_that_stands_for_no_name_is_refused_and_crashes_nothing()
    {
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("link_url", "https://xn--ü/")));

        Assert.Equal(400, (int)answer.StatusCode);
    }

    private Task<JsonNode> ValidateAsync(JsonObject pin) => _app.PostAsync("/v1/pins/validate?fetch_media=false", pin);

    private static string Check(JsonNode answer, string name) =>
        answer["checks"]!.AsArray().Single(check => (string?)check!["name"] == name) is { } check
            ? $"{check["status"]} {check["code"]}"
            : "";
}
