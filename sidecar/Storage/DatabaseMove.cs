using System.Data.Common;
using System.Xml.Linq;
using Connector.Common;
using Connector.Storage.Moving;
using Connector.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>Moves the database of a data directory that nobody uses into an empty one of PostgreSQL: all of it, or nothing.</summary>
internal sealed class DatabaseMove(PostgresDatabase target, PostgresSource server, IOptions<StorageOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>What a person calls the target.</summary>
    public string TargetName => server.Name;

    /// <param name="say">Is told how far it is.</param>
    /// <exception cref="CommandException">Nothing was moved.</exception>
    /// <exception cref="DataDirectoryException">The data directory is in use, or was moved before.</exception>
    public async Task<MoveResult> RunAsync(Action<string> say)
    {
        var path = Path.GetFullPath(options.Value.DataDirectory);
        if (!File.Exists(Path.Combine(path, DataDirectory.DatabaseName)))
            throw new CommandException($"There is no database in {path}. Name the sidecar's data directory with Connector__DataDirectory.");

        using var directory = new DataDirectory(Options.Create(new StorageOptions { DataDirectory = path }));
        if (DatabaseFile.ProblemOf(directory.DatabaseFile) is { } problem)
            throw new CommandException($"The database in {path} is damaged: {problem} Nothing was moved; restore the last good backup.");

        try
        {
            return await target.WriteAsync(
                to => DatabaseFile.Read(directory.DatabaseFile, from => Copy(directory, from, to, say)), WriteKind.Schema);
        }
        catch (StorageUnavailableException error) when (File.Exists(MovedMark.PathIn(path)))
        {
            if (error.InnerException is { } inner && !PostgresErrors.IsLostAnswer(inner))
            {
                MovedMark.Remove(path);
                throw new CommandException($"{error.Message} Nothing was moved; run it again when that is repaired.", error);
            }

            throw new CommandException(
                $"{error.Message} The answer to the last step was lost. Look whether {TargetName} has the table pins: if so, everything "
                    + $"was moved. If not, nothing was: delete {MovedMark.PathIn(path)} and run it again.", error);
        }
        catch (DbException error)
        {
            // The commit was refused.
            MovedMark.Remove(path);
            throw new CommandException($"PostgreSQL refuses: {error.Message} Nothing was moved. The user of the connection string has to "
                + "own the database: createdb --owner=USER connector.", error);
        }
    }

    private MoveResult Copy(DataDirectory directory, Sql from, Sql to, Action<string> say)
    {
        EnsureThisVersion(Migrations.Version(from), directory.FullPath);
        EnsureNew(to);
        Migrations.Apply(to);
        var tables = TableCatalog.Common(from, to);
        if (tables.FirstOrDefault(table => HasRows(to, table.Name)) is { } used) throw NotEmpty(used.Name);

        var before = Changes(from);
        var rows = tables.Sum(table => Copy(table, from, to, say));
        var keys = CopyKeys(directory.KeyRing, to);
        // A key can be made beside a sidecar, and so beside this.
        if (Changes(from) != before)
            throw new CommandException("The data directory was written to meanwhile. Nothing was moved; run it again alone.");

        // Before the commit: between the two nobody may start on the file.
        MovedMark.Write(
            directory.FullPath, $"The database in {directory.FullPath} was moved to PostgreSQL ({TargetName}) on {clock.GetUtcNow():u}.");
        return new MoveResult(directory.FullPath, tables.Count, rows, keys);
    }

    private long Copy(MovedTable table, Sql from, Sql to, Action<string> say)
    {
        var last = clock.GetTimestamp();
        var rows = TableCopy.Run(table, from, to, count =>
        {
            if (count % 1000 != 0 || clock.GetElapsedTime(last) < Pause) return;
            last = clock.GetTimestamp();
            say($"  {table.Name}: {count:N0} rows so far");
        });
        say($"  {table.Name}: {rows:N0} rows, the same on both sides");
        return rows;
    }

    /// <summary>Returns whether all of them are sealed by a master key.</summary>
    private static bool CopyKeys(string folder, Sql to)
    {
        var isSealed = true;
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
        {
            var element = XElement.Load(file).ToString(SaveOptions.DisableFormatting);
            isSealed &= !element.Contains("<masterKey", StringComparison.Ordinal);
            DatabaseKeyRing.Add(to, Path.GetFileNameWithoutExtension(file), element);
        }

        return isSealed;
    }

    private static void EnsureThisVersion(long version, string path)
    {
        Migrations.EnsureKnown(version);
        if (version < Migrations.Latest)
            throw new CommandException($"The database in {path} has schema version {version}, and this program has {Migrations.Latest}. "
                + "Take a backup, run connector migrate on it, and then this again.");
    }

    private void EnsureNew(Sql to)
    {
        if (Migrations.Version(to) > 0) return;
        var other = to.Find<string>(
            """
            select tablename from pg_tables
            where schemaname = current_schema() and tablename not in ('key_ring', 'write_marks') limit 1
            """);
        if (other is not null) throw NotEmpty(other);
    }

    private CommandException NotEmpty(string table) => new(
        $"The {TargetName} is not empty: there is something in {table}. Nothing was moved; give a new database: createdb connector.");

    private static bool HasRows(Sql sql, string table) => sql.Find<int?>($"select 1 from {table} limit 1") is not null;

    // Another value after another process has committed something.
    private static long Changes(Sql from) => from.Find<long>("pragma data_version");
}

/// <summary>What was moved.</summary>
/// <param name="Directory">The data directory.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows in all of them.</param>
/// <param name="IsSealed">Whether the key ring is sealed by a master key.</param>
internal sealed record MoveResult(string Directory, int Tables, long Rows, bool IsSealed);
