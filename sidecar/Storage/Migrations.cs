using System.Globalization;
using System.Reflection;
using Connector.Common;

namespace Connector.Storage;

/// <summary>Brings a database to this program's schema: numbered SQL files, each once, in order.</summary>
internal static class Migrations
{
    private const string Folder = "Connector.Storage.Migrations.";

    /// <summary>The schema version this program works with.</summary>
    public static long Latest => All()[^1].Version;

    /// <summary>For a command beside a running sidecar, which alone may change the schema.</summary>
    /// <exception cref="CommandException">The sidecar that runs is of another version.</exception>
    public static void EnsureSame(Database database)
    {
        var known = database.Read(sql => sql.Find<long?>("select max(version) from schema_versions") ?? 0);
        if (known != Latest)
            throw new CommandException($"The sidecar that runs has schema version {known}, and this program has {Latest}. Use the program "
                + "of the version that runs.");
    }

    public static async Task ApplyAsync(Database database)
    {
        var known = await database.WriteAsync(CurrentVersion);
        var all = All();
        if (known > all[^1].Version)
        {
            throw new DatabaseTooNewException(
                $"The database has schema version {known}; this program knows up to {all[^1].Version}. Start the newer version again, or "
                    + "restore a backup made with this one.");
        }

        foreach (var (version, resource) in all.Where(script => script.Version > known))
        {
            await database.WriteAsync(sql =>
            {
                sql.Execute(Text(resource));
                sql.Execute("insert into schema_versions (version) values (@version)", new { version });
            });
        }
    }

    private static long CurrentVersion(Sql sql)
    {
        sql.Prepared("create table if not exists schema_versions (version bigint primary key)").Run();
        return sql.Prepared("select max(version) from schema_versions").Find(row => row.Number(0)) ?? 0;
    }

    private static List<Script> All() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(long.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), name)),
    ];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    // No tuple: lists of values are compiled at each start, lists of references are not.
    private sealed record Script(long Version, string Resource);
}

/// <summary>The database was written by a newer version of this program.</summary>
internal sealed class DatabaseTooNewException(string message) : Exception(message);
