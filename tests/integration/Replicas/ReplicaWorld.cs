using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Replicas;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Replicas;

/// <summary>Several sidecars in this process on one database of PostgreSQL, and one Pinterest for all of them.</summary>
internal sealed class ReplicaWorld : IAsyncDisposable
{
    /// <summary>Shorter than usual, so that nobody waits long for a takeover.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly string _directory = Directory.CreateTempSubdirectory("connector-replicas-").FullName;
    private readonly List<SidecarApp> _all = [];
    private readonly List<TcpProxy> _proxies = [];
    private readonly string[] _settings;

    private ReplicaWorld(SidecarApp pinterest, string[] settings) => (Pinterest, _settings) = (pinterest, settings);

    /// <summary>Its simulator is the Pinterest of all.</summary>
    public SidecarApp Pinterest { get; }

    public SidecarApp this[int index] => _all[index];

    public IReadOnlyList<SidecarApp> All => _all;

    public static async Task<ReplicaWorld> StartAsync(int replicas, params string[] settings)
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, PostgresServer.Unavailable);
        var world = new ReplicaWorld(await SidecarApp.StartAsync(), settings);
        for (var i = 0; i < replicas; i++) await world.JoinAsync();
        return world;
    }

    /// <summary>One more replica, which reaches the database through a proxy of its own.</summary>
    public async Task<SidecarApp> JoinAsync()
    {
        var proxy = new TcpProxy(ConnectAsync);
        _proxies.Add(proxy);
        var database = TestDatabase.ConnectionString(_directory).Split("Database=")[1];
        var app = await SidecarApp.StartAsync(settings:
        [
            "Connector:Database:Provider=postgres",
            $"Connector:Database:ConnectionString=Host=127.0.0.1;Port={proxy.Port};Username=postgres;Database={database};Timeout=30",
            $"Connector:Replicas:Lease={Lease}",
            $"Connector:Replicas:Name=replica-{_all.Count}",
            await Pinterest.AsTheirPinterestAsync(),
            .. _settings,
        ]);
        lock (_all) _all.Add(app);
        return app;
    }

    /// <summary>From now on nothing passes between the replica and the database.</summary>
    public void Cut(int index) => _proxies[index].IsClosed = true;

    public void Mend(int index) => _proxies[index].IsClosed = false;

    /// <summary>Past the replicas and their ways to the database.</summary>
    public DbConnection Connect() => TestDatabase.Connect(_directory);

    /// <summary>What replicas tell each other is lost.</summary>
    public void LoseNews()
    {
        foreach (var proxy in _proxies)
            proxy.CutsRequest = bytes => bytes.Span.IndexOf(Encoding.ASCII.GetBytes("pg_notify")) >= 0;
    }

    /// <summary>The replica does not say any more that it lives, and notices nothing.</summary>
    public void Silence(int index) => this[index].Services.GetRequiredService<Heartbeat>().Abandon();

    /// <summary>Which replica works the account, and knows it; null while none does.</summary>
    /// <remarks>One that was too slow to renew its lease takes itself for the owner for a moment; the database knows better.</remarks>
    public int? OwnerOf(string accountId)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"select r.name from lanes l join replicas r on r.id = l.owner where l.account_id = '{accountId}'";
        return command.ExecuteScalar() is string name && _all.FindIndex(app => NameOf(app) == name) is >= 0 and var owner
            && this[owner].Services.GetRequiredService<AccountLeases>().Holds(accountId)
            ? owner
            : null;

        static string NameOf(SidecarApp app) => app.Services.GetRequiredService<Heartbeat>().Name;
    }

    public async Task<int> OwnedAsync(string accountId)
    {
        await Eventually.TrueAsync(() => OwnerOf(accountId) is not null);
        return OwnerOf(accountId)!.Value;
    }

    /// <summary>Accounts that publish as fast as Pinterest lets them.</summary>
    public async Task<List<string>> AccountsAsync(int count)
    {
        var accounts = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var account = await this[0].SimulatorAccountAsync($"Shop {Guid.NewGuid():N}"[..12]);
            await this[0].UnhurryAsync(account);
            accounts.Add(account);
        }

        return accounts;
    }

    public static JsonObject Pin(string account, string? title = null) =>
        SidecarApp.Pin(("account_id", account), ("title", title ?? Guid.NewGuid().ToString("N")));

    public static async Task<JsonNode> EndedAsync(SidecarApp app, string pinId)
    {
        JsonNode pin = new JsonObject();
        await Eventually.TrueAsync(
            async () => (string?)(pin = await app.GetAsync($"/v1/pins/{pinId}?wait=10"))["status"]
                is "published" or "failed" or "unconfirmed" or "canceled",
            () => pin.ToJsonString());
        return pin;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies) (proxy.IsClosed, proxy.CutsRequest) = (false, _ => false);
        foreach (var app in _all) await app.DisposeAsync();
        foreach (var proxy in _proxies) await proxy.DisposeAsync();
        await Pinterest.DisposeAsync();
        await TestDatabase.DropAsync(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    private static async Task<Stream> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(PostgresServer.Instance.SocketPath));
        return new NetworkStream(socket, ownsSocket: true);
    }
}
