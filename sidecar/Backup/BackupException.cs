using Connector.Common;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Backup;

/// <summary>A backup cannot be written or restored; the message says why and what to do.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : CommandException(message, inner)
{
    /// <param name="services">Whose settings say which database it is.</param>
    /// <param name="instead">What does the same for PostgreSQL.</param>
    public static void ThrowIfPostgres(IServiceProvider services, string instead)
    {
        if (!services.GetRequiredService<IOptions<StorageOptions>>().Value.Database.IsPostgres) return;

        throw new BackupException(
            $"This command is for SQLite. With Connector:Database:Provider=postgres {instead}; the key ring is in the database. "
            + "Files that were uploaded or fetched are in assets/ of the data directory.");
    }
}
