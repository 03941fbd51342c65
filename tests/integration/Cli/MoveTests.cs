using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Storage.Postgres;
using Connector.Tests.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Cli;

/// <summary>From one SQLite sidecar to PostgreSQL, as a person does it: stop, move, start.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class MoveTests : IAsyncLifetime
{
    private FilledSidecar _filled = null!;

    [Fact]
    public async Task All_answers_are_the_same_after_a_move_and_every_pin_goes_on_where_it_was()
    {
        var connection = TestDatabase.Empty();
        Assert.Equal(
            ["awaiting_approval", "canceled", "failed", "published", "publishing", "queued", "scheduled", "unconfirmed"],
            _filled.States.Keys.Order());
        Assert.All(_filled.States, pin => Assert.Equal(pin.Key, pin.Value));
        var before = FilesIn(_filled.Folder);

        var (code, said) = await MoveAsync(connection);

        Assert.True(code == 0, said);
        Assert.Contains("  pins: 8 rows, the same on both sides", said, StringComparison.Ordinal);
        Assert.Equal(["connector.moved"], FilesIn(_filled.Folder).Except(before).Select(file => file.Split(' ')[0]));
        await using (var moved = await _filled.StartAsync(On(connection)))
        {
            // What was cut off is read from the board, as after any kill.
            Assert.Equal("published", (string?)(await FilledSidecar.GetAsync(moved, $"/v1/pins/{_filled.CutOff}?wait=30"))["status"]);
            var answers = await _filled.AskAsync(moved);
            var more = JsonNode.Parse(answers["/v1/events"])!["items"]!.AsArray().Count
                - JsonNode.Parse(_filled.Answers["/v1/events"])!["items"]!.AsArray().Count;
            Assert.Equal(1, more);
            foreach (var (path, answer) in _filled.Answers.Where(each => each.Key != "/v1/events"
                && !each.Key.EndsWith("/deliveries", StringComparison.Ordinal)))
                Assert.Equal($"{path} {answer}", $"{path} {answers[path]}");

            using var again = await moved.Client.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(
                ("title", "published"), ("account_id", (string)JsonNode.Parse(answers["/v1/accounts"])!["items"]!.AsArray()[^1]!["id"]!),
                ("idempotency_key", "lamp-1"), ("metadata", new JsonObject { ["sku"] = "L1" })));
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            await ResumeAsync(moved, answers);
        }

        await using (var source = new PostgresSource(connection))
        {
            await using var database = TestDatabase.Open(source);
            Assert.Empty(WorkspaceColumnTests.Without(database));
        }

        // Two of them would publish what waits twice.
        var (refused, why) = await SidecarProcess.RunAsync(_filled.Folder, "serve", "--urls=http://127.0.0.1:0");
        Assert.True(refused == 2 && why.Contains("was moved to PostgreSQL", StringComparison.Ordinal), why);
        Assert.DoesNotContain("Password", why, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, PostgresServer.Unavailable);
        _filled = await FilledSidecar.MakeAsync();
    }

    public ValueTask DisposeAsync() => _filled?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<(int Code, string Said)> MoveAsync(string connection) => MoveCalls.RunAsync(_filled.Folder, connection);

    /// <summary>The tokens can be read, and bytes that were given are there: the pin that was held goes out.</summary>
    private static async Task ResumeAsync(SidecarProcess moved, Dictionary<string, string> answers)
    {
        var account = (string)JsonNode.Parse(answers["/v1/accounts"])!["items"]!.AsArray()[^1]!["id"]!;
        var queued = answers.Single(each => each.Value.Contains("\"status\":\"queued\"", StringComparison.Ordinal)
            && each.Key.StartsWith("/v1/pins/", StringComparison.Ordinal) && each.Key.Count('/') == 3).Key;
        await FilledSidecar.SendAsync(moved, $"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await FilledSidecar.GetAsync(moved, $"{queued}?wait=30"))["status"]);
        var ids = JsonNode.Parse(answers["/v1/accounts"])!["items"]!.AsArray().Select(each => (string)each!["id"]!);
        var titles = new List<string>();
        foreach (var id in ids)
            titles.AddRange((await FilledSidecar.GetAsync(moved, $"/v1/simulator/pins?account_id={id}"))["items"]!.AsArray()
                .Select(pin => (string)pin!["title"]!));
        Assert.Equal(["published", "publishing", "queued", "unconfirmed"], titles.Order());
    }

    private static string[] On(string connection) =>
        ["Connector:Database:Provider=postgres", $"Connector:Database:ConnectionString={connection}"];

    private static List<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "connector.*").Where(file => !file.EndsWith(".pid", StringComparison.Ordinal))
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Read(file)))}"),
    ];

    private static byte[] Read(string file) => file.EndsWith("-shm", StringComparison.Ordinal) ? [] : File.ReadAllBytes(file);
}
