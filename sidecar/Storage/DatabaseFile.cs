using Connector.Common;
using Connector.Storage.Sqlite;

namespace Connector.Storage;

/// <summary>A database file by its path, without the sidecar whose data directory it is in: for backups.</summary>
internal static class DatabaseFile
{
    /// <summary>Opens it to read and write; no other process may have it open.</summary>
    public static Database Open(string file, StorageHealth health) => new SqliteDatabase(file, health);

    /// <summary>Copies the database as it is at this moment, also while a sidecar writes to it: copying only reads.</summary>
    /// <remarks>https://www.sqlite.org/lang_vacuum.html#vacuuminto</remarks>
    public static void Copy(string file, string into) => Read(file, sql => sql.Execute("vacuum into @into", new { into }));

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public static string? ProblemOf(string file)
    {
        try
        {
            var result = Read(file, sql => sql.Find<string>("pragma integrity_check"));
            return result == "ok" ? null : result;
        }
        catch (StorageUnavailableException error)
        {
            return error.Message;
        }
    }

    /// <summary>Runs a query on a read-only connection of its own.</summary>
    /// <exception cref="StorageUnavailableException">The disk or the file is at fault.</exception>
    public static T Read<T>(string file, Func<Sql, T> read)
    {
        using var reader = new SqliteReader(file, new SqliteCounts());
        return reader.Read(read);
    }
}
