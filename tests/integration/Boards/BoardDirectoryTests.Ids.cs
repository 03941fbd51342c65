using Connector.Boards;
using Connector.Http;
using Connector.Tests.Support;

namespace Connector.Tests.Boards;

/// <remarks>Boards and sections that are named by ids, also wrong ones.</remarks>
public sealed partial class BoardDirectoryTests
{
    [Fact]
    public async Task A_rounded_id_is_refused_with_the_one_that_was_meant_as_soon_as_the_boards_are_known()
    {
        var recipes = await IdOfAsync("Recipes");
        var rounded = recipes[..15].PadRight(recipes.Length, '0');
        var calls = _app.CallsOf("list_boards");

        Assert.Equal(new BoardTarget(rounded, null), await ResolveAsync(new BoardReference(rounded, null)));
        Assert.Equal(calls, _app.CallsOf("list_boards"));

        await ResolveAsync("Recipes");
        var problem = await RefusedAsync(new BoardReference(rounded, null));
        Assert.Equal((404, "board_not_found"), (problem.Status, problem.Code));
        Assert.Equal(["board_id"], problem.Errors!.Keys);
        Assert.Contains($"Did you mean {recipes} (\"Recipes\")", problem.Remediation, StringComparison.Ordinal);
        Assert.Equal(["board"], (await RefusedAsync(new BoardReference(null, rounded))).Errors!.Keys);
    }

    [Fact]
    public async Task An_id_that_is_looked_up_is_refused_when_it_is_rounded_and_believed_when_it_is_only_unknown()
    {
        var recipes = await IdOfAsync("Recipes");

        await Assert.ThrowsAsync<ProblemException>(
            () => ResolveAsync(new BoardReference(recipes[..15].PadRight(recipes.Length, '0'), null), reads: true));
        Assert.Equal(new BoardTarget("99", null), await ResolveAsync(new BoardReference("99", null), reads: true));
    }

    [Fact]
    public async Task A_board_is_called_by_a_number_before_that_is_taken_for_an_id()
    {
        var made = (string)(await _app.PostAsync("/v1/boards", new { name = "2026" }))["id"]!;

        Assert.Equal(new BoardTarget(made, null), await ResolveAsync("2026"));
        Assert.Equal(new BoardTarget("2025", null), await ResolveAsync("2025"));
    }

    [Fact]
    public async Task A_section_of_another_board_is_refused_where_sections_are_known_or_looked_up()
    {
        var (recipes, decor) = (await IdOfAsync("Recipes"), await IdOfAsync("Home decor"));
        var soups = (string)(await _app.PostAsync($"/v1/boards/{recipes}/sections", new { name = "Soups" }))["id"]!;
        var wrong = new BoardReference(decor, null, soups);

        Assert.Equal(decor, (await ResolveAsync(wrong)).BoardId);
        await Assert.ThrowsAsync<ProblemException>(() => ResolveAsync(wrong, reads: true));
        Assert.Equal(recipes, (await ResolveAsync(new BoardReference(recipes, null, soups), reads: true)).BoardId);

        var problem = await RefusedAsync(wrong);
        Assert.Equal("section_not_found", problem.Code);
        Assert.Equal(["board_section_id"], problem.Errors!.Keys);
        Assert.Contains($"GET /v1/boards/{decor}/sections", problem.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_made_elsewhere_is_found_although_sections_are_cached()
    {
        var recipes = await IdOfAsync("Recipes");
        await ResolveAsync(new BoardReference(recipes, null, await MakeSectionAsync(recipes, "Soups")), reads: true);
        var made = await MakeSectionAsync(recipes, "Salads");
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(recipes, (await ResolveAsync(new BoardReference(recipes, null, made))).BoardId);
    }

    [Fact]
    public async Task Two_sections_of_one_name_are_told_apart_by_their_ids()
    {
        var recipes = await IdOfAsync("Recipes");
        var ids = new[] { await MakeSectionAsync(recipes, "Soups"), await MakeSectionAsync(recipes, "soups") };

        var problem = await RefusedAsync("Recipes / Soups");

        Assert.Equal((409, "section_ambiguous"), (problem.Status, problem.Code));
        Assert.All(ids, id => Assert.Contains(id, problem.Detail, StringComparison.Ordinal));
        Assert.Contains($"GET /v1/boards/{recipes}/sections", problem.Remediation, StringComparison.Ordinal);
    }

    private async Task<string> MakeSectionAsync(string board, string name) => (await _app.ElsewhereAsync(
        _account, (pinterest, session) => pinterest.CreateSectionAsync(session, board, name, CancellationToken.None))).Id;
}
