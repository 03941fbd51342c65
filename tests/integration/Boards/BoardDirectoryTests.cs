using Connector.Boards;
using Connector.Http;
using Connector.Pinterest;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Boards;

public sealed partial class BoardDirectoryTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_board_is_found_by_name_and_an_id_is_taken_at_its_word()
    {
        var recipes = await IdOfAsync("Recipes");
        var calls = _app.CallsOf("list_boards");

        Assert.Equal(new BoardTarget(recipes, null), await ResolveAsync("  recipes "));
        Assert.Equal(new BoardTarget("123456789012345678", null), await ResolveAsync("123456789012345678"));
        Assert.Equal(calls + 1, _app.CallsOf("list_boards"));
    }

    [Fact]
    public async Task A_section_is_found_in_its_board()
    {
        var recipes = await IdOfAsync("Recipes");
        var soups = (string)(await _app.PostAsync($"/v1/boards/{recipes}/sections", new { name = "Soups" }))["id"]!;

        Assert.Equal(new BoardTarget(recipes, soups), await ResolveAsync("Recipes / SOUPS"));

        var problem = await RefusedAsync("Recipes / Soup");
        Assert.Equal((404, "section_not_found"), (problem.Status, problem.Code));
        Assert.Contains("\"Soups\"", problem.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_name_is_refused_with_the_nearest_ones()
    {
        var problem = await RefusedAsync("Recipies");

        Assert.Equal((404, "board_not_found"), (problem.Status, problem.Code));
        Assert.Equal(["board"], problem.Errors!.Keys);
        Assert.Contains("Did you mean \"Recipes\"", problem.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_asked_for_once_a_minute()
    {
        await ResolveAsync("Recipes");
        var calls = _app.CallsOf("list_boards");

        await ResolveAsync("Home decor");
        _clock.Advance(TimeSpan.FromSeconds(59));
        await ResolveAsync("Travel ideas");
        Assert.Equal(calls, _app.CallsOf("list_boards"));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await ResolveAsync("Travel ideas");
        Assert.Equal(calls + 1, _app.CallsOf("list_boards"));
    }

    [Fact]
    public async Task A_board_made_elsewhere_is_found_although_names_are_cached()
    {
        await ResolveAsync("Recipes");
        var made = await _app.ElsewhereAsync(
            _account,
            (pinterest, session) => pinterest.CreateBoardAsync(session, new BoardCreate("Garden"), CancellationToken.None));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new BoardTarget(made.Id, null), await ResolveAsync("Garden"));
    }

    [Fact]
    public async Task A_hundred_mistyped_names_in_a_row_list_the_boards_once()
    {
        await Assert.ThrowsAsync<ProblemException>(() => ResolveAsync("No such board"));
        var calls = _app.CallsOf("list_boards");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => RefusedAsync($"No such board {i}")));

        Assert.Equal(calls, _app.CallsOf("list_boards"));
    }

    [Fact]
    public async Task What_changed_through_us_is_known_at_once()
    {
        var recipes = await IdOfAsync("Recipes");
        await ResolveAsync("Recipes");

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/boards/{recipes}", new { name = "Dishes" });

        Assert.Equal(new BoardTarget(recipes, null), await ResolveAsync("Dishes"));
        Assert.Equal("board_not_found", (await RefusedAsync("Recipes")).Code);
    }

    [Fact]
    public async Task A_board_that_others_do_not_see_is_warned_of()
    {
        await _app.PostAsync("/v1/boards", new { name = "Diary", privacy = "SECRET" });
        var pin = SidecarApp.Pin(("board", "Diary"));

        var inspection = await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin);
        var accepted = await _app.PostAsync("/v1/pins", pin);

        Assert.True((bool)inspection["valid"]!);
        foreach (var checks in new[] { inspection["checks"], accepted["warnings"] })
            Assert.Contains(checks!.AsArray(), check => (string?)check!["code"] == "board_hidden" && (string?)check["status"] == "warning");
    }

    private Task<BoardTarget> ResolveAsync(string board) => ResolveAsync(new BoardReference(null, board));

    private Task<BoardTarget> ResolveAsync(BoardReference asked, bool reads = false) =>
        _app.Services.GetRequiredService<BoardDirectory>().ResolveAsync(_account, asked, reads, CancellationToken.None);

    private Task<Problem> RefusedAsync(string board) => RefusedAsync(new BoardReference(null, board));

    private async Task<Problem> RefusedAsync(BoardReference asked) =>
        (await Assert.ThrowsAsync<ProblemException>(() => ResolveAsync(asked))).Problem;

    private async Task<string> IdOfAsync(string name) =>
        (string)(await _app.GetAsync("/v1/boards"))["items"]!.AsArray().Single(board => (string?)board!["name"] == name)!["id"]!;
}
