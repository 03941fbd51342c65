using System.Globalization;
using System.Reflection;
using Connector.Common;

namespace Connector.Storage;

/// <summary>Brings a database to this program's schema: numbered SQL files, each once, in order.</summary>
internal static class Migrations
{
    private const string Folder = "Connector.Storage.Migrations.";

    /// <summary>The schema version this program works with.</summary>
    public static long Latest => VersionOf(Resources().Last());

    /// <summary>For a command beside a running sidecar, which alone may change the schema.</summary>
    /// <exception cref="CommandException">The sidecar that runs is of another version.</exception>
    public static void EnsureSame(Database database)
    {
        var known = database.Read(Version);
        if (known == 0) throw new CommandException("There is nothing in this database yet: start the sidecar on it first.");
        if (known != Latest)
            throw new CommandException($"The sidecar that runs has schema version {known}, and this program has {Latest}. Use the program "
                + "of the version that runs.");
    }

    /// <summary>The schema version of a database; 0 when there is nothing in it.</summary>
    public static long Version(Sql sql) => sql.Dialect.HasTable(sql, "schema_versions")
        ? sql.Find<long?>("select max(version) from schema_versions") ?? 0
        : 0;

    /// <summary>All in one transaction: who starts beside it waits, and then finds nothing to do. Returns the version there was.</summary>
    /// <exception cref="DatabaseTooNewException">A newer program has been here.</exception>
    public static Task<long> ApplyAsync(Database database) => database.WriteAsync(Apply, WriteKind.Schema);

    /// <summary>The same inside of a transaction that changes the schema.</summary>
    public static long Apply(Sql sql)
    {
        var known = CurrentVersion(sql);
        EnsureKnown(known);
        foreach (var (version, resource) in All(sql.Dialect).Where(script => script.Version > known))
        {
            sql.ExecuteScript(Text(resource));
            sql.Execute("insert into schema_versions (version) values (@version)", new { version });
        }

        return known;
    }

    /// <exception cref="DatabaseTooNewException">A newer program made it.</exception>
    public static void EnsureKnown(long version)
    {
        if (version > Latest)
            throw new DatabaseTooNewException(
                $"The database has schema version {version}; this program knows up to {Latest}. Start the newer version again, or "
                    + "restore a backup made with this one.");
    }

    private static long CurrentVersion(Sql sql)
    {
        sql.Prepared("create table if not exists schema_versions (version bigint primary key)").Run();
        return sql.Prepared("select max(version) from schema_versions").Find(row => row.Number(0)) ?? 0;
    }

    /// <summary>The scripts in order: of those of a version the one that is written for the engine.</summary>
    private static List<Script> All(Dialect dialect) =>
    [
        .. Resources()
            .Where(name => !IsForOneEngine(name) || name.EndsWith($".{dialect.Name}.sql", StringComparison.Ordinal))
            .GroupBy(VersionOf)
            .Select(version => new Script(version.Key, version.OrderByDescending(IsForOneEngine).First())),
    ];

    private static IEnumerable<string> Resources() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static long VersionOf(string resource) => long.Parse(resource.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture);

    private static bool IsForOneEngine(string resource) => resource.AsSpan(Folder.Length).Count('.') > 1;

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
