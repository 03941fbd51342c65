using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Imports;

/// <summary>Files that are unusual and not wrong.</summary>
public sealed class OddImportTests : IAsyncLifetime
{
    private const string Twice = ImportCalls.Lamps + "\nL-1,Brass lamp again,,https://example.com/l9,https://example.com/l9.jpg,Recipes\n";

    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_key_that_comes_twice_in_a_file_makes_one_pin_and_is_said(string dryRun)
    {
        var import = await _app.ImportAsync(Twice, ("dry_run", dryRun));

        ImportCalls.AssertCounts(import, "completed", created: 3, existing: 1);
        var results = await _app.ResultsAsync(import);
        Assert.Equal([null, null, null, "duplicate_key"], results.Select(Warning));
        Assert.Contains("\"L-1\"", (string)results[3]["warnings"]![0]!["message"]!, StringComparison.Ordinal);

        static string? Warning(JsonNode result) => (string?)result["warnings"]!.AsArray().SingleOrDefault()?["code"];
    }

    [Theory]
    [InlineData("{\"products\":[]}")]
    [InlineData("[]")]
    public async Task A_shop_that_sells_nothing_now_gives_an_import_without_rows_that_says_so(string file)
    {
        var import = await _app.ImportAsync(Encoding.UTF8.GetBytes(file), "?format=json");

        ImportCalls.AssertCounts(import, "completed");
        Assert.Equal(0, (int)import["total"]!);
        Assert.Contains("without any product", (string)import["note"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_product_with_empty_lists_is_a_row()
    {
        const string Product =
            """{"id":7,"title":"A stool","tags":[],"image":"https://example.com/s.jpg","board":"Recipes","link":"https://example.com/s"}""";

        ImportCalls.AssertCounts(await _app.ImportAsync(Encoding.UTF8.GetBytes(Product), "?format=json"), "completed", created: 1);
    }

    [Fact]
    public async Task Who_listens_is_told_that_an_import_was_canceled()
    {
        var account = await _app.FirstAccountAsync();
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(i => $"R-{i},Row {i},https://example.com/{i}.jpg,Recipes\n"));
        var (_, body) = await _app.Admin.SendAsync(ImportCalls.Form("sku,title,image,board\n" + rows, ("account_id", account)));

        using var answer = await _app.Admin.PostAsync(
            new Uri($"/v1/imports/{body["id"]}/cancel", UriKind.Relative), JsonContent.Create(new { }));
        answer.EnsureSuccessStatusCode();

        var told = (await _app.GetAsync("/v1/events?types=import.canceled"))["items"]!.AsArray().Single()!;
        Assert.Equal(
            ((string)body["id"]!, "canceled"),
            ((string)told["data"]!["import"]!["id"]!, (string)told["data"]!["import"]!["status"]!));
    }

    [Fact]
    public async Task The_pictures_of_a_product_take_turns_over_imports()
    {
        const string Stool = "sku,title,images,board\nS-1,A stool,https://example.com/a.jpg|https://example.com/b.jpg,Recipes\n";
        (string, string) map = ("map", """{"images":"next","templates":{"name":"short","title":"{{ title }}!"}}""");
        await _app.ImportAsync(Stool);

        var (second, third) = (await _app.ImportAsync(Stool, map), await _app.ImportAsync(Stool, map));

        ImportCalls.AssertCounts(second, "completed", created: 1);
        ImportCalls.AssertCounts(third, "completed", existing: 1);
        var pin = await _app.GetAsync($"/v1/pins/{(await _app.ResultsAsync(second))[0]["pin_id"]}");
        Assert.Equal(("https://example.com/b.jpg", "A stool!"), ((string?)pin["media_url"], (string?)pin["title"]));
        Assert.Equal(("S-1", "short"), ((string?)pin["metadata"]!["product_key"], (string?)pin["metadata"]!["template"]));
    }
}
