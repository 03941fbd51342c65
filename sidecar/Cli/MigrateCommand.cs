using Connector.Common;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Cli;

/// <summary><c>connector migrate</c>: brings the database to this program's schema, as a start would, and says so.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(IServiceProvider services, TextWriter output)
    {
        EnsureDatabase(services);
        var before = await Migrations.ApplyAsync(services.GetRequiredService<Database>());
        await output.WriteLineAsync(before == Migrations.Latest
            ? $"The database has schema version {before}, which is that of this program. Nothing was to be done."
            : $"The database went from schema version {before} to {Migrations.Latest}, which is that of this program.");
    }

    // In another folder than the sidecar's it would make a new database that nobody uses.
    private static void EnsureDatabase(IServiceProvider services)
    {
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (storage.Database.IsPostgres || File.Exists(Path.Combine(storage.DataDirectory, DataDirectory.DatabaseName))) return;

        throw new CommandException($"There is no database in {Path.GetFullPath(storage.DataDirectory)}, so there is nothing to bring to "
            + "another schema. Name the sidecar's data directory with Connector__DataDirectory; a first start makes the database.");
    }
}
