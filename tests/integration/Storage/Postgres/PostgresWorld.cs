using System.Net.Sockets;
using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Tests.Support;

namespace Connector.Tests.Storage.Postgres;

/// <summary>A database of PostgreSQL with a table of numbers, reached through a proxy that can be cut.</summary>
public sealed class PostgresWorld : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _open = [];
    private string _direct = null!;

    internal TcpProxy Proxy { get; private set; } = null!;

    /// <summary>One replica, through the proxy.</summary>
    internal PostgresDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, PostgresServer.Unavailable);
        _direct = TestDatabase.Empty();
        Proxy = new TcpProxy(ConnectAsync);
        Database = Through();
        await Database.WriteAsync(
            sql => sql.Execute("create table numbers (id bigint primary key, value bigint not null)"), WriteKind.Schema);
    }

    /// <summary>A replica of its own through the proxy, which has prepared nothing yet.</summary>
    internal PostgresDatabase Through() => Open(ThroughProxy);

    /// <summary>Connections through the proxy.</summary>
    internal PostgresSource ThroughSource() => new(ThroughProxy);

    /// <summary>Another replica, past the proxy.</summary>
    internal PostgresDatabase Another() => Open(_direct);

    internal List<long> Values() => Database.Read(sql => sql.Query<long>("select value from numbers order by id"));

    public async ValueTask DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse(_open)) await each.DisposeAsync();
        if (Proxy is not null) await Proxy.DisposeAsync();
    }

    internal PostgresDatabase Open(string connectionString)
    {
        var source = new PostgresSource(connectionString);
        var database = TestDatabase.Open(source);
        _open.Add(source);
        _open.Add(database);
        return database;
    }

    private string ThroughProxy =>
        $"Host=127.0.0.1;Port={Proxy.Port};Username=postgres;Database={_direct.Split("Database=")[1]}";

    private async Task<Stream> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(PostgresServer.Instance.SocketPath));
        return new NetworkStream(socket, ownsSocket: true);
    }
}
