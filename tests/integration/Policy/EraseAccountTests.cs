using System.Text;
using System.Text.Json.Nodes;
using Connector.Policy.Erasing;
using Connector.Tests.Assets;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Policy;

/// <summary>An account that is erased leaves nothing: neither rows, nor files, nor bytes in the files of the database.</summary>
public sealed class EraseAccountTests
{
    private const string Title = "A copper pot that nobody shall remember";

    [Fact]
    public async Task Nothing_of_it_is_left_and_what_was_removed_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("connector-erase-").FullName;
        var app = await SidecarApp.StartAsync(new ManualClock(), folder);
        var account = await app.FirstAccountAsync();
        var kept = (string)(await app.PostAsync("/v1/accounts", new { environment = "simulator", name = "Kept" }))["id"]!;
        var published = await app.PublishAsync(SidecarApp.Pin(("title", Title), ("account_id", account)));
        await app.SettledAsync(published);
        var waiting = await app.PublishAsync(SidecarApp.Pin(
            ("title", Title), ("account_id", account), ("publish_at", SidecarApp.MuchLater),
            ("metadata", new JsonObject { ["a"] = Title })));
        var others = await app.PublishAsync(SidecarApp.Pin(("account_id", kept)));
        var (ours, shared) = (await FileAsync(app, 1000), await FileAsync(app, 1001));
        foreach (var file in new[] { ours, shared }) await app.SettledAsync(await app.PublishAsync(Showing(file, account)));
        await app.PublishAsync(Showing(shared, kept, "Another pot"));
        await app.PostAsync(
            "/v1/sources", new { account_id = account, url = "https://shop.example/feed.xml", board = "Recipes", start = "new_only" });

        var erased = await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}?erase=true", null);

        Assert.Equal(0, (long)erased["left"]!);
        var removed = erased["removed"]!.AsArray().ToDictionary(each => (string)each!["table"]!, each => (long)each!["rows"]!);
        // Its source went when it was disconnected, which comes first.
        Assert.Equal((1, 4), (removed["accounts"], removed["pins"]));
        Assert.True(removed["events"] >= 2 && removed["attempts"] == 3);
        Assert.Equal(1, (int)erased["files"]!);
        Assert.Equal(shared, (string)Assert.Single((await app.GetAsync("/v1/assets"))["items"]!.AsArray())!["id"]!);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "assets"), "*", SearchOption.AllDirectories));
        foreach (var id in new[] { account, published, waiting }) Assert.Empty(ColumnsWith(app, id));
        Assert.Equal(others, (string)(await app.GetAsync($"/v1/pins/{others}"))["id"]!);
        await app.RefusedAsync(404, "account_not_found", call => call.Delete.Url($"/v1/accounts/{account}?erase=true"));
        Assert.Empty(SecretScan.FilesWith(folder, Title, except: "simulator.jsonl"));
        await app.DisposeAsync();
        Assert.Empty(SecretScan.FilesWith(folder, Title, except: "simulator.jsonl"));
    }

    [Fact]
    public async Task An_account_that_was_disconnected_before_is_erased_as_well()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);

        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}?erase=true", null);

        Assert.Empty(ColumnsWith(app, account));
    }

    [Fact]
    public async Task Every_table_with_rows_of_an_account_or_of_its_pins_is_erased()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var columns = app.Services.GetRequiredService<Connector.Policy.StoredData>().Columns();
        string[] owned = ["account_id", "pin_id", "import_id", "source_id", "event_id", "delivery_id", "job_id"];

        var tables = columns.Where(column => owned.Contains(column.Column)).Select(column => column.Table).Distinct();

        Assert.Empty(tables.Except(ErasedRows.All.Select(each => each.Table)));
    }

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task A_stopped_sidecar_is_asked_with_a_command()
    {
        var folder = Directory.CreateTempSubdirectory("connector-erase-").FullName;
        var app = await SidecarApp.StartAsync(new ManualClock(), folder);
        var account = await app.FirstAccountAsync();
        var (running, refused) = await SidecarProcess.RunAsync(folder, "erase", account);
        await app.DisposeAsync();

        var (code, said) = await SidecarProcess.RunAsync(folder, "erase", account);

        Assert.True(running != 0 && refused.Contains("Stop it first", StringComparison.Ordinal), refused);
        Assert.True(code == 0, said);
        Assert.Contains($"Erased account {account}, with 0 files. A look afterwards found 0 rows.", said, StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(SidecarApp app, uint width) =>
        (string)(await app.GivenAsync(SampleMedia.Png(width)))["id"]!;

    private static JsonObject Showing(string file, string account, string title = Title) =>
        SidecarApp.Pin(("account_id", account), ("title", title), ("asset_id", file), ("image_url", null));

    private static List<string> ColumnsWith(SidecarApp app, string text)
    {
        using var connection = TestDatabase.Connect(app.DataDirectory);
        var found = new List<string>();
        foreach (var table in Read(connection, TestDatabase.Tables).Select(cell => cell.Text))
            found.AddRange(Read(connection, $"select * from \"{table}\"")
                .Where(cell => cell.Text.Contains(text, StringComparison.Ordinal)).Select(cell => $"{table}.{cell.Column}"));
        return found;
    }

    private static List<(string Column, string Text)> Read(System.Data.Common.DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var cells = new List<(string, string)>();
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
                cells.Add((reader.GetName(column),
                    reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{reader.GetValue(column)}"));
        return cells;
    }
}
