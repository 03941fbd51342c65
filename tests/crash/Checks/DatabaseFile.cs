using Microsoft.Data.Sqlite;

namespace Connector.Crash.Checks;

/// <summary>What lies on disk while nobody holds it.</summary>
internal static class DatabaseFile
{
    private static readonly string[] Files = ["connector.db", "connector.db-wal"];

    /// <summary>The log of a healthy sidecar is emptied long before this.</summary>
    public const long LongestLog = 64 * 1024 * 1024;

    public static long LogBytes(string data) => new FileInfo(Path.Combine(data, Files[1])) is { Exists: true } log ? log.Length : 0;

    /// <summary>What SQLite says of the files as a crash left them, looked at in a copy; "ok" when nothing is wrong.</summary>
    public static string Check(string data)
    {
        var copy = Directory.CreateTempSubdirectory("connector-crash-check-").FullName;
        try
        {
            foreach (var file in Files.Where(file => File.Exists(Path.Combine(data, file))))
                File.Copy(Path.Combine(data, file), Path.Combine(copy, file));
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path.Combine(copy, Files[0]), Pooling = false }.ToString());
            connection.Open();
            return Query(connection, "pragma integrity_check") is var integrity and not "ok"
                ? integrity
                : Query(connection, "select coalesce((select 'orphans in ' || \"table\" from pragma_foreign_key_check limit 1), 'ok')");
        }
        catch (SqliteException error)
        {
            return error.Message;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Query(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (string)command.ExecuteScalar()!;
    }
}
