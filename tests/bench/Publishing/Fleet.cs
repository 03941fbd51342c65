using System.Diagnostics;
using Connector.Bench.Running;
using Microsoft.Data.Sqlite;

namespace Connector.Bench.Publishing;

/// <summary>Accounts of a sidecar that publish as fast as it can to a Pinterest that answers at once; held until they are let go.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const int Batch = 100, Boards = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StubPinterest _pinterest;
    private readonly List<string> _accounts = [];
    private readonly List<RunningSidecar> _more = [];
    private readonly string _folder;
    private readonly string[] _settings;
    private int _made;

    private Fleet(StubPinterest pinterest, RunningSidecar sidecar, string folder, string[] settings) =>
        (_pinterest, Sidecar, _folder, _settings) = (pinterest, sidecar, folder, settings);

    public RunningSidecar Sidecar { get; }

    public IReadOnlyList<string> Accounts => _accounts;

    public long Published => _pinterest.Published;

    /// <summary>Pins that were queued and not published.</summary>
    public int Waiting => _made - (int)Published;

    public TimeSpan Latency
    {
        set => _pinterest.Latency = value;
    }

    /// <summary>How large the database is once nothing of it is in the log alone.</summary>
    public long DatabaseBytes()
    {
        var file = Path.Combine(_folder, "connector.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "pragma wal_checkpoint(full)";
        checkpoint.ExecuteNonQuery();
        return new FileInfo(file).Length;
    }

    public static async Task<Fleet> StartAsync(Workspace workspace, string published, int accounts, params string[] settings)
    {
        var pinterest = new StubPinterest();
        var address = await pinterest.StartAsync();
        var folder = workspace.NewFolder();
        settings =
        [
            $"Connector:Pinterest:ApiBaseUrl={address}", "Connector:Pacing:OrgWrite=100000000", "Connector:Pacing:Universal=100000000",
            .. settings,
        ];
        var fleet = new Fleet(pinterest, await RunningSidecar.StartAsync(published, folder, settings), folder, settings);
        for (var account = 0; account < accounts; account++) await fleet.ConnectAsync(account);
        return fleet;
    }

    /// <summary>One more replica, once it has its part of the accounts; only on PostgreSQL.</summary>
    public async Task<RunningSidecar> JoinAsync(Workspace workspace, string published)
    {
        var joined = await RunningSidecar.StartAsync(published, workspace.NewFolder(), _settings);
        _more.Add(joined);
        var begun = Stopwatch.GetTimestamp();
        while (!await IsSharedAsync())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException("The accounts were not shared.");
            await Task.Delay(100);
        }

        return joined;
    }

    /// <summary>Pins a second, from when all are let go until nine tenths of so many are published: the last accounts end alone.</summary>
    public async Task<double> DrainAsync(int pins)
    {
        await FillAsync(pins);
        var end = Published + pins;
        await LetGoAsync();
        var (begun, from) = (Stopwatch.GetTimestamp(), Published);
        await PublishedAsync(from + (end - from) * 9 / 10);
        var rate = (Published - from) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await PublishedAsync(end);
        await HoldAsync();
        return rate;
    }

    /// <summary>Queues as many pins, the same number for each account.</summary>
    public async Task FillAsync(int pins)
    {
        foreach (var numbers in Enumerable.Range(0, pins).Chunk(Batch))
            await Sidecar.SendAsync(HttpMethod.Post, "/v1/pins/batch", new { pins = numbers.Select(number => Pin(number)) });
    }

    /// <summary>Queues one pin, and returns its id.</summary>
    public async Task<string> AddAsync() => (string)(await Sidecar.SendAsync(HttpMethod.Post, "/v1/pins", Pin(_made)))["id"]!;

    public Task LetGoAsync() => ForEachAsync("resume");

    public Task HoldAsync() => ForEachAsync("hold");

    /// <summary>Until as many pins were published altogether.</summary>
    public async Task PublishedAsync(long pins)
    {
        var (seen, at) = (Published, Stopwatch.GetTimestamp());
        while (seen < pins)
        {
            await Task.Delay(20);
            if (Published > seen) (seen, at) = (Published, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(at) > Patience) throw new InvalidOperationException($"Of {pins} pins only {seen} were published.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sidecar in _more) await sidecar.DisposeAsync();
        await Sidecar.DisposeAsync();
        await _pinterest.DisposeAsync();
    }

    private async Task<bool> IsSharedAsync()
    {
        var shares = (await Sidecar.SendAsync(HttpMethod.Get, "/v1/replicas"))["items"]!.AsArray()
            .Select(replica => (long)replica!["accounts"]!).ToList();
        return shares.Count > _more.Count && shares.Max() - shares.Min() <= 1;
    }

    private async Task ConnectAsync(int number)
    {
        var account = (string)(await Sidecar.SendAsync(
            HttpMethod.Post, "/v1/accounts",
            new { environment = "production", name = $"Account {number}", access_token = $"pina_made_up_{number:0000}" }))["id"]!;
        await Sidecar.SendAsync(HttpMethod.Patch, $"/v1/accounts/{account}", new { settings = new { pins_per_day = (int?)null } });
        await Sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/hold");
        _accounts.Add(account);
    }

    private Task ForEachAsync(string action) =>
        Task.WhenAll(_accounts.Select(account => Sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/{action}")));

    private object Pin(int number)
    {
        var of = _made++;
        return new
        {
            account_id = _accounts[number % _accounts.Count],
            board_id = $"{1000 + of / _accounts.Count % Boards}",
            title = $"Oak side table, hand oiled, no. {of}",
            description = "A side table of solid oak with a drawer. Made in small batches, so every table has its own grain.",
            alt_text = "A small oak table beside a grey armchair",
            link_url = $"https://shop.example.com/products/oak-side-table-{of}?utm_source=pinterest",
            image_url = $"https://cdn.example.com/images/oak-side-table-{of}-1000x1500.jpg",
            metadata = new { sku = $"OAK-{of}", campaign = "autumn" },
            idempotency_key = $"fleet-{of}",
        };
    }
}
