using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Published;

/// <summary>A published pin is changed on Pinterest, and a look says whether that took.</summary>
public sealed class EditPublishedTests : IAsyncLifetime
{
    private const string Link = "https://example.com/lamp?utm_campaign=winter";

    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _pin = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        _pin = await _app.PublishAsync(SidecarApp.Pin(("link_url", "https://example.com/lamp"), ("description", "Old")));
        await _app.SettledAsync(_pin);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_changed_is_there_and_the_answer_says_that_it_took()
    {
        var answer = await EditAsync(new { title = "A brass lamp", description = (string?)null, alt_text = "A lamp", link_url = Link });

        Assert.Equal((true, true), ((bool)answer["live"]!["found"]!, (bool)answer["live"]!["took"]!));
        Assert.Empty(answer["live"]!["differs"]!.AsArray());
        Assert.Equal("A brass lamp", (string?)answer["live"]!["pin"]!["title"]);
        Assert.StartsWith("https://www.pinterest.com/pin/", (string?)answer["live"]!["pin"]!["url"], StringComparison.Ordinal);
        Assert.Empty(answer["warnings"]!.AsArray());
        var kept = await _app.GetAsync($"/v1/pins/{_pin}");
        Assert.Equal(
            ("A brass lamp", null, "A lamp", Link, "published"),
            ((string?)kept["title"], (string?)kept["description"], (string?)kept["alt_text"], (string?)kept["link_url"],
                (string?)kept["status"]));
        Assert.Null(kept["live"]);
        var there = Assert.Single(await _app.SimulatedPinsAsync())!;
        // The link keeps the marker by which the pin is told from others.
        Assert.Equal(("A brass lamp", null), ((string?)there["title"], (string?)there["description"]));
        Assert.Contains("pin_ref=", (string?)there["link"], StringComparison.Ordinal);
        Assert.Equal(1, await _app.CountAsync("update_pin"));
    }

    [Fact]
    public async Task It_moves_to_another_board_and_into_a_section_of_it()
    {
        var board = (string)(await _app.GetAsync("/v1/boards"))["items"]![1]!["id"]!;
        var section = (string)(await _app.PostAsync($"/v1/boards/{board}/sections", new { name = "Soups" }))["id"]!;

        var moved = await EditAsync(new { board = "Recipes / Soups" });
        Assert.Equal((board, section, true), Place(moved));
        var back = await EditAsync(new { board = "Recipes" });
        Assert.Equal((board, null, true), Place(back));
        var again = await EditAsync(new { board_section_id = section });
        Assert.Equal((board, section, true), Place(again));

        static (string?, string?, bool) Place(JsonNode pin) =>
            ((string?)pin["board_id"], (string?)pin["board_section_id"], (bool)pin["live"]!["took"]!);
    }

    [Fact]
    public async Task A_change_that_Pinterest_answers_and_does_not_make_is_seen_and_not_kept()
    {
        await _app.FaultAsync("edit_ignored");

        var answer = await EditAsync(new { title = "A brass lamp" });

        Assert.False((bool)answer["live"]!["took"]!);
        Assert.Equal("live_differs", (string?)Assert.Single(answer["warnings"]!.AsArray())!["code"]);
        Assert.Equal("A lamp", (string?)(await _app.GetAsync($"/v1/pins/{_pin}"))["title"]);
    }

    [Fact]
    public async Task Texts_that_Pinterest_only_writes_otherwise_took()
    {
        await _app.FaultAsync("text_normalised", operation: "update_pin");

        var answer = await EditAsync(new { title = "Salt  &  pepper" });

        Assert.True((bool)answer["live"]!["took"]!);
        Assert.Equal("Salt &amp; pepper", (string?)answer["live"]!["pin"]!["title"]);
        Assert.Equal("Salt  &  pepper", (string?)answer["title"]);
    }

    [Fact]
    public async Task A_link_that_Pinterest_shortens_did_not_take()
    {
        await _app.FaultAsync("link_normalised", operation: "update_pin");

        var answer = await EditAsync(new { link_url = Link });

        Assert.False((bool)answer["live"]!["took"]!);
        Assert.Equal(["link_url"], answer["live"]!["differs"]!.AsArray().Select(field => (string?)field));
        Assert.Equal("https://example.com/lamp", (string?)answer["link_url"]);
    }

    [Theory]
    [InlineData("accept_then_drop", true)]
    [InlineData("error_after_create", true)]
    [InlineData("html", true)]
    [InlineData("drop_before_read", false)]
    [InlineData("server_error", false)]
    public async Task When_the_answer_is_lost_the_look_decides(string fault, bool isMade)
    {
        await _app.FaultAsync(fault, operation: "update_pin");

        var asked = _app.Admin.AskAsync(HttpMethod.Patch, $"/v1/pins/{_pin}", new { title = "A brass lamp" });
        await _clock.WaitOutAsync(asked);

        var (status, text) = await asked;
        Assert.Equal(isMade ? 200 : 503, status);
        if (isMade) Assert.True((bool)JsonNode.Parse(text)!["live"]!["took"]!);
        Assert.Equal(isMade ? "A brass lamp" : "A lamp", (string?)(await _app.GetAsync($"/v1/pins/{_pin}"))["title"]);
        Assert.Equal(1, await _app.CountAsync("update_pin"));
    }

    [Fact]
    public async Task A_look_that_is_refused_leaves_the_change_and_says_so()
    {
        await _app.FaultAsync("rate_limited", operation: "get_pin", seconds: 60);

        var answer = await EditAsync(new { title = "A brass lamp" });

        Assert.Null(answer["live"]);
        Assert.Equal("live_unknown", (string?)Assert.Single(answer["warnings"]!.AsArray())!["code"]);
        Assert.Equal("A brass lamp", (string?)(await _app.GetAsync($"/v1/pins/{_pin}"))["title"]);
    }

    [Fact]
    public async Task Changes_count_as_writes_and_looks_as_reads()
    {
        var (reads, writes) = (await LeftAsync("org_read"), await LeftAsync("org_write"));

        await EditAsync(new { title = "A brass lamp" });

        Assert.InRange(await LeftAsync("org_read"), 0, reads - 1);
        Assert.InRange(await LeftAsync("org_write"), 0, writes - 1);
    }

    private async Task<int> LeftAsync(string rule) => (int)(await _app.GetAsync(
            $"/v1/accounts/{await _app.FirstAccountAsync()}/rate-meter"))["windows"]!.AsArray()
        .First(window => (string?)window!["rule"] == rule && (int)window["window_seconds"]! == 60)!["remaining"]!;

    private async Task<JsonNode> EditAsync(object change)
    {
        // What does not show at once is looked at again after a pause.
        var asked = SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{_pin}", change);
        await _clock.WaitOutAsync(asked);
        return await asked;
    }
}
