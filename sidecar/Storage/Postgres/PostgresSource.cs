using Microsoft.Extensions.Options;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>The connections to the server: what the setting says, and what the sidecar needs beside it.</summary>
internal sealed class PostgresSource : IAsyncDisposable
{
    // What must not wait for the others: whether this process lives, and what others say.
    private const int LongestAside = 2;

    private readonly NpgsqlDataSource _connections;
    private readonly Lazy<NpgsqlDataSource> _aside;
    private readonly string _endIdleTransactions;

    public PostgresSource(IOptions<StorageOptions> options) : this(options.Value.Database)
    {
    }

    public PostgresSource(string connectionString) : this(new StorageOptions.DatabaseOptions { ConnectionString = connectionString })
    {
    }

    private PostgresSource(StorageOptions.DatabaseOptions options)
    {
        // Who vanishes in the middle of a transaction would keep its locks until TCP gives up, which takes hours.
        _endIdleTransactions = $"set idle_in_transaction_session_timeout = {(long)options.LongestIdle.TotalMilliseconds}";
        var text = options.ConnectionString!;
        var given = new NpgsqlConnectionStringBuilder(text);
        Name = $"database {given.Database ?? given.Username} at {given.Host}";
        var wanted = new NpgsqlConnectionStringBuilder(text)
        {
            Enlist = false,
            ApplicationName = given.ApplicationName ?? "pinterest-connector",
            // Nothing of a session is changed after its start, so there is nothing to reset before its next use; what is set there stays.
            NoResetOnClose = true,
        };
        // Whoever gave another value has a reason, such as a pooler that knows no prepared statements.
        if (!given.ContainsKey("Max Auto Prepare")) (wanted.MaxAutoPrepare, wanted.AutoPrepareMinUsages) = (400, 2);
        // A server has a hundred connections for everybody unless it is told otherwise.
        if (!given.ContainsKey("Maximum Pool Size")) wanted.MaxPoolSize = 20;
        if (!given.ContainsKey("Timeout")) wanted.Timeout = 5;
        if (!given.ContainsKey("Tcp Keepalive")) wanted.TcpKeepAlive = true;

        _connections = Build(wanted);
        _aside = new Lazy<NpgsqlDataSource>(() => Aside(wanted));
    }

    /// <summary>What a person calls it; nothing in it is secret.</summary>
    public string Name { get; }

    public NpgsqlConnection Open() => _connections.OpenConnection();

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => _connections.OpenConnectionAsync(cancellation);

    /// <summary>A connection that waits for no other, and fails soon.</summary>
    public NpgsqlConnection OpenAside() => _aside.Value.OpenConnection();

    /// <inheritdoc cref="OpenAside"/>
    public ValueTask<NpgsqlConnection> OpenAsideAsync(CancellationToken cancellation) => _aside.Value.OpenConnectionAsync(cancellation);

    /// <summary>Whether the text can be read, and names a host.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_aside.IsValueCreated) await _aside.Value.DisposeAsync();
        await _connections.DisposeAsync();
    }

    private NpgsqlDataSource Aside(NpgsqlConnectionStringBuilder wanted)
    {
        var text = new NpgsqlConnectionStringBuilder(wanted.ConnectionString)
        {
            // Each stays open for long, and one of them listens, which must end with it.
            Pooling = false,
            Timeout = LongestAside,
            CommandTimeout = LongestAside,
            // Else the one that listens would not notice that nothing comes any more.
            KeepAlive = 5,
            MaxAutoPrepare = 0,
        };
        return Build(text);
    }

    private NpgsqlDataSource Build(NpgsqlConnectionStringBuilder text)
    {
        var source = new NpgsqlDataSourceBuilder(text.ConnectionString);
        // Only types that are in every database are used, so nothing has to be asked about them at each start.
        source.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        source.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(_endIdleTransactions, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(_endIdleTransactions, connection);
                await command.ExecuteNonQueryAsync();
            });
        return source.Build();
    }
}
