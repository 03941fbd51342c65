using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Cli;

/// <summary>The command as a process of its own, with a sidecar in another.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-import-").FullName;
    private SidecarProcess _sidecar = null!;

    public async ValueTask InitializeAsync() => _sidecar = await SidecarProcess.StartAsync(Path.Combine(_folder, "data"));

    public async ValueTask DisposeAsync()
    {
        await _sidecar.DisposeAsync();
        TestDatabase.Release(Path.Combine(_folder, "data"));
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_then_becomes_pins()
    {
        var (dry, shown) = await ImportAsync(Table("L-1,A lamp,https://example.com/1.jpg,Home decor"), "--dry-run");
        var (real, made) = await ImportAsync(Table("L-1,A lamp,https://example.com/1.jpg,Home decor"));
        var (again, there) = await ImportAsync(Table("L-1,A lamp,https://example.com/1.jpg,Home decor"));

        Assert.Equal((0, 0, 0), (dry, real, again));
        Assert.Contains("1 pins would be made, 0 are there already", shown, StringComparison.Ordinal);
        Assert.Contains("The last of them would go out at", shown, StringComparison.Ordinal);
        Assert.Contains("1 pins are made, 0 were there already", made, StringComparison.Ordinal);
        Assert.Contains("0 pins are made, 1 were there already", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_row_is_named_and_the_exit_code_says_so()
    {
        var (code, said) = await ImportAsync(Table("L-1,A lamp,,Home decor"));

        Assert.Equal(1, code);
        Assert.Contains("row 2: The row names no picture or video", said, StringComparison.Ordinal);
        Assert.Contains("errors.csv has all of them", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_a_board_and_a_season_are_sent_with_the_file()
    {
        var map = Path.Combine(_folder, "map.json");
        await File.WriteAllTextAsync(map, """{"columns":{"title":"Label"}}""");
        var file = Path.Combine(_folder, "hearts.csv");
        await File.WriteAllTextAsync(file, "sku,Label,image\nH-1,A heart,https://example.com/h.jpg\n");
        var day = $"{TimeProvider.System.GetUtcNow().Year + 2}-02-14";

        var (code, said) = await RunAsync(
            [file, "--map", map, "--board", "Recipes", "--event-date", day, "--lead-days", "60", "--spread"]);

        Assert.True(code == 0, said);
        var pin = JsonNode.Parse(await _sidecar.Client.GetStringAsync(new Uri("/v1/pins", UriKind.Relative)))!["items"]![0]!;
        var season = pin["season"]!;
        Assert.Equal(("A heart", day, 60), ((string?)pin["title"], (string?)season["event_date"], (int)season["lead_days"]!));
        Assert.NotNull(pin["publish_at"]);
    }

    [Fact]
    public async Task What_the_sidecar_refuses_is_said_with_what_to_do()
    {
        var (code, said) = await ImportAsync("foo,bar\n1,2\n");
        var (stranger, words) = await RunAsync([Path.Combine(_folder, "file.csv")], key: "pck_wrong");

        Assert.Equal((1, 1), (code, stranger));
        Assert.Contains("None of the first ten lines names columns that are known", said, StringComparison.Ordinal);
        Assert.Contains("key", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    [InlineData("file.csv", "--bord", "Recipes")]
    [InlineData("file.csv", "--board")]
    public async Task Wrong_arguments_print_the_usage(params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments, addsUrl: false);

        Assert.Equal(2, code);
        Assert.Contains("connector import FILE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_says_where_one_is_expected()
    {
        var (code, said) = await RunAsync(["file.csv"], key: "");

        Assert.Equal(2, code);
        Assert.Contains("CONNECTOR_API_KEY", said, StringComparison.Ordinal);
    }

    private static string Table(string row) => $"sku,title,image,board\n{row}\n";

    private async Task<(int Code, string Said)> ImportAsync(string text, params string[] options)
    {
        var file = Path.Combine(_folder, "file.csv");
        await File.WriteAllTextAsync(file, text);
        return await RunAsync([file, .. options]);
    }

    private Task<(int Code, string Said)> RunAsync(string[] arguments, string key = SidecarProcess.Key, bool addsUrl = true) =>
        SidecarProcess.RunAsync(
            new Dictionary<string, string> { ["CONNECTOR_API_KEY"] = key },
            ["import", .. arguments, .. addsUrl ? new[] { "--url", _sidecar.Client.BaseAddress!.ToString() } : []]);
}
