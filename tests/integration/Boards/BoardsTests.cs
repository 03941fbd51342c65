using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Boards;

public sealed class BoardsTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Boards_are_listed_with_their_address()
    {
        var list = await _app.GetAsync("/v1/boards");

        Assert.Equal(["Home decor", "Recipes", "Travel ideas"], Names(list));
        Assert.Null(list["next_cursor"]);
        var board = list["items"]![0]!;
        Assert.Equal($"https://www.pinterest.com/{board["owner"]!["username"]}/home-decor/", (string?)board["url"]);
        Assert.Equal("PUBLIC", (string?)board["privacy"]);
        Assert.NotNull(board["media"]); // a field the connector itself does not know
    }

    [Fact]
    public async Task Boards_can_be_listed_page_by_page()
    {
        var first = await _app.GetAsync("/v1/boards?limit=2");
        var second = await _app.GetAsync($"/v1/boards?limit=2&cursor={Uri.EscapeDataString((string)first["next_cursor"]!)}");

        Assert.Equal(["Home decor", "Recipes"], Names(first));
        Assert.Equal(["Travel ideas"], Names(second));
        Assert.Null(second["next_cursor"]);
    }

    [Fact]
    public async Task A_board_is_made_changed_and_deleted()
    {
        var answer = await _app.ScenarioAsync(call =>
        {
            call.Post.Json(new { name = "Garden", description = "Roses", privacy = "SECRET" }).ToUrl("/v1/boards");
            call.StatusCodeShouldBe(201);
            call.Header("Location").SingleValueShouldMatch("^/v1/boards/");
        });
        var made = JsonNode.Parse(await answer.ReadAsTextAsync())!;
        var path = answer.Context.Response.Headers.Location.ToString();
        Assert.StartsWith($"/v1/boards/{made["id"]}", path, StringComparison.Ordinal);
        Assert.Equal("Garden", (string?)(await _app.GetAsync(path))["name"]);
        Assert.Equal(["Garden"], Names(await _app.GetAsync("/v1/boards?privacy=secret")));

        var changed = await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, path, new { name = "Gardens", privacy = "PUBLIC" });
        Assert.Equal(
            ("Gardens", "Roses", "PUBLIC"), ((string?)changed["name"], (string?)changed["description"], (string?)changed["privacy"]));

        await _app.ScenarioAsync(call =>
        {
            call.Delete.Url(path);
            call.StatusCodeShouldBe(204);
        });
        await _app.RefusedAsync(404, "board_not_found", call => call.Get.Url(path));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_a_conflict_that_says_by_which_board()
    {
        var taken = (string)(await _app.GetAsync("/v1/boards"))["items"]![0]!["id"]!;

        var problem = await _app.RefusedAsync(409, "conflict", call => call.Post.Json(new { name = "home DECOR" }).ToUrl("/v1/boards"));

        Assert.Contains(taken, (string)problem["remediation"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_are_made_renamed_and_deleted()
    {
        var board = (string)(await _app.GetAsync("/v1/boards"))["items"]![0]!["id"]!;

        var section = (string)(await _app.PostAsync($"/v1/boards/{board}/sections", new { name = "Lamps" }))["id"]!;
        Assert.Equal(["Lamps"], Names(await _app.GetAsync($"/v1/boards/{board}/sections")));

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/boards/{board}/sections/{section}", new { name = "Lights" });
        Assert.Equal(["Lights"], Names(await _app.GetAsync($"/v1/boards/{board}/sections?limit=10")));

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/boards/{board}/sections/{section}", null);
        Assert.Empty(Names(await _app.GetAsync($"/v1/boards/{board}/sections")));
    }

    [Fact]
    public async Task With_several_accounts_one_must_be_named()
    {
        var second = await _app.SimulatorAccountAsync("Second");

        var problem = await _app.RefusedAsync(400, "account_required", call => call.Get.Url("/v1/boards"));

        Assert.NotNull(problem["errors"]!["account_id"]);
        Assert.Equal(3, Names(await _app.GetAsync($"/v1/boards?account_id={second}")).Count());
    }

    private static IEnumerable<string?> Names(JsonNode list) => list["items"]!.AsArray().Select(item => (string?)item!["name"]);
}
