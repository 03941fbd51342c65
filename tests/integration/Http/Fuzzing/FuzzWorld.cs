using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Simulator.Server;
using Connector.Tests.Assets;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A sidecar that is asked nonsense: nothing of it is sent on, and all that it stores can be compared.</summary>
public sealed class FuzzWorld : IAsyncLifetime
{
    // What workers write on their own time, and what counts calls to Pinterest.
    private static readonly string[] NotOfRequests =
    [
        "calls", "learned_limits", "lanes", "deliveries", "delivery_attempts", "secrets_canary", "sqlite_sequence", "replicas",
        "write_marks", "feed_places", "sources", "source_items", "item_jobs", "item_batches", "item_results",
    ];

    private FileHost _files = null!;
    private DbConnection _database = null!;
    private string _version = "", _state = "";

    public RunningConnector App { get; private set; } = null!;

    public JsonNode Description { get; private set; } = null!;

    public IReadOnlyList<FuzzedOperation> Operations { get; private set; } = [];

    /// <summary>An account whose pins wait, so that no worker changes anything while requests are refused.</summary>
    public string Account { get; private set; } = "";

    /// <summary>An account without pins that is not held.</summary>
    public string Shop { get; private set; } = "";

    public string Board { get; private set; } = "";

    /// <summary>Nothing lies there, so that nothing is stored of it.</summary>
    public string EmptyUrl => $"{_files.Url}/nothing";

    public string FileUrl => $"{_files.Url}/picture.png";

    public (TimeSpan Time, string Request) Slowest { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _files = await FileHost.StartAsync();
        _files.Answer = http =>
        {
            if (http.Request.Path != "/nothing") return http.Response.Body.WriteAsync(SampleMedia.Png()).AsTask();
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        App = await RunningConnector.StartAsync(
            null, null, WebhookCalls.ToLoopback, "Connector:RequestLimit:PerSecond=1000000", "Connector:Pinterest:AppId=1",
            "Connector:Pinterest:AppSecret=secret", "Connector:Pacing:OrgRead=1000000", "Connector:Pacing:OrgWrite=1000000",
            "Connector:Pacing:OrgAnalytics=1000000", "Connector:Pacing:AdsRead=1000000", "Connector:Pacing:TrendsRead=1000000",
            "Connector:Pacing:CatalogsRead=1000000", "Connector:Pacing:CatalogsWrite=1000000", "Connector:Pacing:Universal=1000000",
            "Connector:Sources:PerAccount=10000");
        // So many requests in a minute are far over Pinterest's limits, which are not what is asked about here.
        App.Services.GetRequiredService<CallLimiter>().Limits = new SimulatorLimits
        {
            OrgReadPerMinute = int.MaxValue,
            OrgWritePerMinute = int.MaxValue,
            OrgAnalyticsPerMinute = int.MaxValue,
            AdsReadPerMinute = int.MaxValue,
            TrendsReadPerMinute = int.MaxValue,
            CatalogsReadPerMinute = int.MaxValue,
            CatalogsWritePerMinute = int.MaxValue,
            PerSecond = int.MaxValue,
        };
        Account = await App.FirstAccountAsync();
        Shop = await App.SimulatorAccountAsync("Shop");
        await App.PostAsync($"/v1/accounts/{Account}/hold");
        Board = (string)(await App.GetAsync($"/v1/boards?account_id={Account}"))["items"]![0]!["id"]!;
        _database = TestDatabase.Connect(App.DataDirectory);
        Description = await App.GetAsync("/openapi/v1.json");
        Operations = FuzzedOperation.AllOf(Description);
    }

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await App.DisposeAsync();
        await _files.DisposeAsync();
    }

    /// <summary>Sends, and returns the status and the body; of a stream only its beginning is read.</summary>
    public async Task<(int Status, string? Type, string Text)> SendAsync(HttpRequestMessage request)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await App.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var type = answer.Content.Headers.ContentType?.MediaType;
        var text = type == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
        if (watch.Elapsed > Slowest.Time) Slowest = (watch.Elapsed, $"{request.Method} {request.RequestUri}");
        return ((int)answer.StatusCode, type, text);
    }

    /// <summary>All that is stored because of requests.</summary>
    public string State()
    {
        // It changes with every commit of another connection: most refusals commit nothing, and the tables need not be read.
        var version = Rows(TestDatabase.IsPostgres ? "select pg_current_wal_insert_lsn()::text" : "pragma data_version")[0];
        if (version == _version) return _state;

        var tables = Rows(TestDatabase.Tables).Select(name => name.Trim());
        (_version, _state) = (version, string.Concat(tables.Except(NotOfRequests).Order().Select(
            table => $"{table}\n{string.Concat(Rows($"select * from {table}").Order(StringComparer.Ordinal))}")));
        return _state;
    }

    private List<string> Rows(string query)
    {
        using var command = _database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var row = new StringBuilder();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                // An event has its place in the feed only some time after it was written.
                if (reader.GetName(column) == "place") continue;
                row.Append(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)).Append(' ');
            }

            rows.Add(row.Append('\n').ToString());
        }

        return rows;
    }
}
