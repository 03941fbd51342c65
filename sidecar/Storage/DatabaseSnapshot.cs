using Connector.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Storage;

/// <summary>A copy of the database as it was at one moment.</summary>
internal static class DatabaseSnapshot
{
    /// <summary>Writes one, also while another process writes to the database: it only reads, so there is still one writer.</summary>
    /// <remarks>https://www.sqlite.org/lang_vacuum.html#vacuuminto</remarks>
    public static void Take(string database, string into) => On(database, sql => sql.Execute("vacuum into @into", new { into }));

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public static string? ProblemOf(string database)
    {
        try
        {
            var said = On(database, sql => sql.Find<string>("pragma integrity_check"));
            return said == "ok" ? null : said;
        }
        catch (StorageUnavailableException error)
        {
            return error.Message;
        }
    }

    /// <summary>Asks a database file without a sidecar around it.</summary>
    /// <exception cref="StorageUnavailableException">The disk or the file is at fault.</exception>
    public static T On<T>(string database, Func<Sql, T> ask)
    {
        SqlTypes.Register();
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            return ask(new Sql(connection));
        }
        catch (SqliteException error) when (StorageHealth.IsDiskFailure(error))
        {
            throw new StorageUnavailableException(StorageHealth.Describe(error), error);
        }
    }
}
