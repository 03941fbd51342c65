using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>How the server is connected to: what the setting says, and what the sidecar needs beside it.</summary>
internal static class PostgresConnection
{
    public static NpgsqlDataSource Source(string text)
    {
        var given = new NpgsqlConnectionStringBuilder(text);
        var wanted = new NpgsqlConnectionStringBuilder(text)
        {
            // Sessions are kept with what was prepared on them, so the pool would have nothing to do.
            Pooling = false,
            Enlist = false,
            ApplicationName = given.ApplicationName ?? "pinterest-connector",
        };
        // Whoever gave another number has a reason, such as a pooler that knows no prepared statements.
        if (!given.ContainsKey("Max Auto Prepare")) (wanted.MaxAutoPrepare, wanted.AutoPrepareMinUsages) = (400, 2);
        if (!given.ContainsKey("Timeout")) wanted.Timeout = 5;
        if (!given.ContainsKey("Tcp Keepalive")) wanted.TcpKeepAlive = true;
        var source = new NpgsqlDataSourceBuilder(wanted.ConnectionString);
        // Only types that are in every database are used, so nothing has to be asked about them at each start.
        source.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return source.Build();
    }

    /// <summary>Whether the text can be read, and names a host and a database.</summary>
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
}
