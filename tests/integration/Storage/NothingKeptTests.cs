using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Backup;
using Connector.Simulator.Api;
using Connector.Simulator.State;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Storage;

/// <summary>The fifth promise: what Pinterest says about boards, pins of others and numbers is passed on and not kept.</summary>
/// <remarks>https://policy.pinterest.com/en/developer-guidelines</remarks>
public sealed class NothingKeptTests : IAsyncLifetime
{
    private const string Board = "Grandmother's soups", Section = "Cold evenings", BoardText = "What she would never write down";
    private const string OursToKeep = "A copper pot";
    private const string Theirs = "Somebody's radiator", TheirText = "Warm since 1974";
    private const string TheirLink = "https://radiators.example/warm", TheirAlt = "A radiator by a window";

    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _board = "", _section = "", _unlike = "", _alike = "", _saved = "";

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task After_boards_sections_looks_and_numbers_the_database_has_only_what_was_given_to_us()
    {
        await ReadBoardsAsync();
        await LoseAndFindAsync();
        await ReadPinsAsync();
        var numbers = await ReadNumbersAsync();
        var words = await ReadThrough.WordsAsync(_app, await _app.FirstAccountAsync());
        var key = (string)(await _app.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "publish" } }))["secret"]!;
        string[] forbidden =
        [
            Board, Section, BoardText, Theirs, TheirText, TheirLink, TheirAlt, _unlike, _saved, "example.com/pot/", key,
            SidecarApp.BootstrapKey, .. Tokens(),
        ];

        var cells = Cells();

        Assert.Contains(cells, cell => cell.Text.Contains(OursToKeep, StringComparison.Ordinal));
        foreach (var text in forbidden.Append(_alike))
            Assert.DoesNotContain(cells, cell => cell.Text.Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(numbers);
        Assert.DoesNotContain(words, word => cells.Exists(cell => cell.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        // Times have numbers of their own, and a year is one that a metric can have as well.
        var withoutTimes = cells.ConvertAll(cell => Regex.Replace(cell.Text, @"\d{4}-\d\d-\d\dT[\d:.]+Z", ""));
        foreach (var number in numbers)
            Assert.DoesNotContain(withoutTimes, text => Regex.IsMatch(text, $@"(?<![\d.]){Regex.Escape(number)}(?![\d.])"));

        // The same in the bytes, which have more than the rows: pages that are free, and the log.
        foreach (var text in forbidden) Assert.Empty(SecretScan.FilesWith(_app.DataDirectory, text, except: "simulator.jsonl"));
        await ExportsHaveNoneAsync([.. forbidden, _alike]);
        BackupsHaveNone(forbidden);
    }

    /// <summary>A day later, what is read out of the sidecar to be kept elsewhere has none of it either.</summary>
    private async Task ExportsHaveNoneAsync(string[] forbidden)
    {
        _clock.Advance(TimeSpan.FromDays(1));
        string[] paths = ["/v1/events?limit=100", "/v1/pins?limit=100", "/v1/policy/report", "/v1/policy/privacy?format=markdown"];
        foreach (var path in paths)
        {
            var text = await _app.Admin.GetStringAsync(path);
            foreach (var each in forbidden) Assert.DoesNotContain(each, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private void BackupsHaveNone(string[] forbidden)
    {
        if (TestDatabase.IsPostgres) return;
        var folder = Directory.CreateTempSubdirectory("connector-backup-").FullName;
        BackupCommand.Run(Path.Combine(folder, "b.zip"), _app.Services, TextWriter.Null);
        Archive.Extract(Path.Combine(folder, "b.zip"), Path.Combine(folder, "out"));
        Assert.NotEmpty(SecretScan.FilesWith(folder, OursToKeep, except: "simulator.jsonl"));
        foreach (var text in forbidden) Assert.Empty(SecretScan.FilesWith(folder, text, except: "simulator.jsonl"));
        Directory.Delete(folder, recursive: true);
    }

    private async Task ReadBoardsAsync()
    {
        var account = await _app.FirstAccountAsync();
        await _app.PostAsync("/v1/accounts", new { environment = "simulator", name = "Simulator" });
        _board = (string)(await _app.PostAsync("/v1/boards", new { name = Board, description = BoardText }))["id"]!;
        _section = (string)(await _app.PostAsync($"/v1/boards/{_board}/sections", new { name = Section }))["id"]!;
        string[] paths = ["/v1/boards", $"/v1/boards/{_board}", $"/v1/boards/{_board}/sections", $"/v1/accounts/{account}/rate-meter"];
        foreach (var path in paths) await _app.GetAsync(path);
    }

    /// <summary>
    /// The answer is lost and the board is searched, among pins of others: one that differs from the pin, and one with the same text.
    /// </summary>
    private async Task LoseAndFindAsync()
    {
        _unlike = Foreign(
            new ForeignPin("simulator", _board) { Title = Theirs, Description = TheirText, Link = TheirLink, AltText = TheirAlt });
        await SettledAsync("accept_then_drop", "published", link: "https://example.com/pot");

        _alike = Foreign(new ForeignPin("simulator", _board) { SectionId = _section, Title = OursToKeep });
        var pin = await SettledAsync("accept_then_drop", "unconfirmed", link: null);
        var ours = _app.Services.GetRequiredService<ControlHandlers>().Pins(null).Last(one => !one.IsForeign).Id;
        Assert.Contains(Cells(), cell => cell.Text.Contains(_alike, StringComparison.Ordinal));
        await _app.PostAsync($"/v1/pins/{pin["id"]}/resolve", new { @as = "published", pinterest_pin_id = ours });
        var looks = (await _app.GetAsync($"/v1/pins/{pin["id"]}/attempts"))["items"]![0]!["looks"]!.AsArray();
        Assert.Equal(ours, (string?)Assert.Single(looks[^1]!["candidates"]!.AsArray())!["pinterest_pin_id"]);
    }

    /// <summary>What is on the board is read through; a pin of others is saved, and one of ours changed, in one field in vain.</summary>
    private async Task ReadPinsAsync()
    {
        string[] paths =
        [
            $"/v1/boards/{_board}/pins", $"/v1/boards/{_board}/sections/{_section}/pins", "/v1/pinterest/pins",
            $"/v1/pinterest/search?q={Uri.EscapeDataString(OursToKeep)}",
        ];
        foreach (var path in paths) Assert.NotEmpty((await _app.GetAsync(path))["items"]!.AsArray());
        _saved = (string)(await _app.PostAsync($"/v1/pinterest/pins/{_unlike}/save", new { board_id = _board }))["id"]!;
        var ours = (await _app.GetAsync("/v1/pins"))["items"]![1]!["id"];
        Assert.True((bool)(await _app.GetAsync($"/v1/pins/{ours}?live=true"))["live"]!["found"]!);
        await _app.FaultAsync("link_normalised", operation: "update_pin");
        await _clock.WaitOutAsync(SidecarApp.SendAsync(
            _app.Admin, HttpMethod.Patch, $"/v1/pins/{ours}",
            new { description = "Polished", link_url = "https://example.com/pot?utm_a=b" }));
    }

    private async Task<JsonNode> SettledAsync(string fault, string status, string? link)
    {
        _app.Order(fault);
        var pin = await _app.SettledAsync(
            await _app.PublishAsync(SidecarApp.Pin(("board", $"{Board} / {Section}"), ("title", OursToKeep), ("link_url", link))));
        Assert.Equal(status, (string?)pin["status"]);
        return pin;
    }

    private string Foreign(ForeignPin pin) => _app.Services.GetRequiredService<ForeignPins>().Add(pin).Id;

    /// <summary>Numbers long enough not to stand anywhere by chance.</summary>
    private async Task<List<string>> ReadNumbersAsync()
    {
        _clock.Advance(TimeSpan.FromDays(6));
        var pins = string.Join(',', (await _app.GetAsync("/v1/pins"))["items"]!.AsArray().Select(pin => (string)pin!["id"]!));
        var answers = new List<string>();
        string[] paths =
        [
            $"/v1/pins/{pins.Split(',')[0]}/metrics", $"/v1/metrics/pins?ids={pins}", "/v1/metrics/account", "/v1/metrics/top-pins",
            "/v1/metrics/top-videos", .. ReadThrough.Rows,
        ];
        foreach (var path in paths) answers.Add((await _app.GetAsync(path))["items"]!.ToJsonString());
        var numbers = answers.SelectMany(answer => Regex.Matches(answer, @":(\d+(\.\d+)?)[,}]")).Select(match => match.Groups[1].Value);
        return [.. numbers.Where(number => number.Length >= 4).Distinct()];
    }

    private List<string> Tokens() =>
    [
        .. File.ReadLines(Path.Combine(_app.DataDirectory, "simulator.jsonl"))
            .SelectMany(line => Regex.Matches(line, "pin[ar]_[^\"]+")).Select(match => match.Value).Distinct(),
    ];

    /// <summary>Every cell of every table, as text.</summary>
    private List<(string Column, string Text)> Cells()
    {
        using var connection = TestDatabase.Connect(_app.DataDirectory);
        var tables = Rows(connection, TestDatabase.Tables);
        return [.. tables.SelectMany(table => Rows(connection, $"select * from \"{table.Text}\""))];
    }

    private static List<(string Column, string Text)> Rows(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var cells = new List<(string, string)>();
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var value = reader.GetValue(column);
                cells.Add((reader.GetName(column), value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}"));
            }

        return cells;
    }
}
