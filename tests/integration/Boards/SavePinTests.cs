using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Boards;

/// <summary>A pin that is on Pinterest is saved to a board.</summary>
public sealed class SavePinTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _pin = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        _pin = (string)(await _app.SettledAsync(await _app.PublishAsync()))["pinterest_pin_id"]!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_is_on_the_other_board_with_its_source()
    {
        var board = (string)(await _app.GetAsync("/v1/boards"))["items"]![1]!["id"]!;
        var section = (string)(await _app.PostAsync($"/v1/boards/{board}/sections", new { name = "Lamps" }))["id"]!;

        var saved = await SaveAsync(new { board = "Recipes / Lamps" });

        Assert.Equal(
            (board, section, _pin), ((string?)saved["board_id"], (string?)saved["board_section_id"], (string?)saved["parent_pin_id"]));
        Assert.NotEqual(_pin, (string?)saved["id"]);
        Assert.Single((await _app.GetAsync($"/v1/boards/{board}/sections/{section}/pins"))["items"]!.AsArray());
        Assert.Single((await _app.GetAsync("/v1/pinterest/pins?filter=exclude_native"))["items"]!.AsArray());
        // It is no pin of ours: nothing was queued, and nothing is kept.
        Assert.Single((await _app.GetAsync("/v1/pins"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("{}", 400, "validation_failed")]
    [InlineData("""{"board":"Recipes","board_id":"1"}""", 400, "validation_failed")]
    [InlineData("""{"board":"No such board"}""", 404, "board_not_found")]
    [InlineData("""{"board_id":"99999999999999"}""", 404, "board_not_found")]
    [InlineData("""{"board":"Recipes","board_section_id":"1"}""", 404, "section_not_found")]
    [InlineData("""{"board":"Recipes","note":"Mine"}""", 400, "validation_failed")]
    public async Task What_is_wrong_is_refused(string body, int status, string code)
    {
        var (answered, text) = await _app.Admin.AskAsync(HttpMethod.Post, $"/v1/pinterest/pins/{_pin}/save", JsonNode.Parse(body));

        Assert.Equal((status, code), (answered, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Single(await _app.SimulatedPinsAsync());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("pin_01")]
    public async Task A_pin_that_is_not_there_is_not_found(string pin) => await _app.RefusedAsync(
        404, "not_found", call => call.Post.Json(new { board = "Recipes" }).ToUrl($"/v1/pinterest/pins/{pin}/save"));

    [Theory]
    [InlineData("accept_then_drop", 2)]
    [InlineData("error_after_create", 2)]
    [InlineData("no_id", 2)]
    [InlineData("server_error", 1)]
    [InlineData("undocumented_after_create", 2)]
    [InlineData("undocumented", 1)]
    public async Task When_the_answer_is_lost_it_is_not_sent_again_and_the_caller_is_told_where_to_look(string fault, int there)
    {
        await _app.FaultAsync(fault, operation: "save_pin");

        var problem = await _app.RefusedAsync(
            502, "outcome_unknown", call => call.Post.Json(new { board = "Recipes" }).ToUrl($"/v1/pinterest/pins/{_pin}/save"));

        Assert.Contains("/pins, before you send this again", (string?)problem["remediation"], StringComparison.Ordinal);
        Assert.Equal((there, 1), ((await _app.SimulatedPinsAsync()).Count, _app.CallsOf("save_pin")));
    }

    [Theory]
    [InlineData("rate_limited", 429, "rate_limited")]
    [InlineData("trial_access", 403, "trial_access")]
    [InlineData("forbidden", 403, "pinterest_refused")]
    [InlineData("spam_blocked", 403, "spam_blocked")]
    public async Task What_Pinterest_refuses_is_said(string fault, int status, string code)
    {
        await _app.FaultAsync(fault, operation: "save_pin");

        await _app.RefusedAsync(
            status, code, call => call.Post.Json(new { board = "Recipes" }).ToUrl($"/v1/pinterest/pins/{_pin}/save"));
    }

    private Task<JsonNode> SaveAsync(object to) => _app.PostAsync($"/v1/pinterest/pins/{_pin}/save", to);
}
