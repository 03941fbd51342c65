using System.Globalization;
using Connector.Storage;

namespace Connector.Tests.Support;

/// <summary>The schema that the program had earlier.</summary>
internal static class OldSchema
{
    /// <summary>Brings an empty database to that version.</summary>
    public static async Task ApplyAsync(Database database, int version)
    {
        await database.WriteAsync(
            sql =>
            {
                sql.ExecuteScript("create table schema_versions (version bigint primary key)");
                foreach (var (number, file) in Scripts(sql.Dialect.Name).TakeWhile(script => script.Version <= version))
                {
                    sql.ExecuteScript(File.ReadAllText(file));
                    sql.Execute("insert into schema_versions (version) values (@number)", new { number });
                }

                return true;
            },
            WriteKind.Schema);
    }

    // Of two scripts of one number the one for the engine.
    private static IEnumerable<(long Version, string File)> Scripts(string engine) => Directory
        .EnumerateFiles(Repository.Path("sidecar", "Storage", "Migrations"), "*.sql")
        .Where(file => Path.GetFileName(file).Count('.') == 1 || file.EndsWith($".{engine}.sql", StringComparison.Ordinal))
        .GroupBy(file => long.Parse(Path.GetFileName(file)[..4], CultureInfo.InvariantCulture))
        .OrderBy(version => version.Key)
        .Select(version => (version.Key, version.MaxBy(file => file.Length)!));
}
