using Connector.Simulator;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Backup;

/// <summary><c>connector backup FILE</c>: writes everything a restore needs into one file, also while a sidecar is running.</summary>
internal static class BackupCommand
{
    /// <exception cref="BackupException">It could not be written.</exception>
    public static void Run(string file, IServiceProvider services, TextWriter output)
    {
        BackupException.ThrowIfPostgres(services, "pg_dump makes the backup, and a sidecar may run meanwhile");
        file = Path.GetFullPath(file);
        var data = Path.GetFullPath(services.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory);
        if (File.Exists(file))
            throw new BackupException(
                $"{file} exists already, and a backup never overwrites anything. Give another name, or move it away.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new BackupException($"There is no directory {Path.GetDirectoryName(file)}. Make it first.");
        if (!File.Exists(Path.Combine(data, DataDirectory.DatabaseName)))
            throw new BackupException($"There is no database in {data}. Name the sidecar's data directory with Connector__DataDirectory.");

        using var work = new WorkFolder(file + ".partial");
        var journal = services.GetRequiredService<IOptions<SimulatorOptions>>().Value.JournalFile;
        var manifest = Collect(data, journal, work.File("data"), services.GetRequiredService<TimeProvider>().GetUtcNow());
        Archive.Write(work.File("archive"), work.File("data"), manifest);
        using (var check = new WorkFolder(work.File("check"))) Archive.Extract(work.File("archive"), check.FullPath);

        File.Move(work.File("archive"), file);
        output.WriteLine($"Wrote {file} ({new FileInfo(file).Length / 1024.0 / 1024:0.0} MB; {manifest.Contents}) from {data}.");
        output.WriteLine(IsSealed(work.File("data"))
            ? "Its keys are sealed with Connector:MasterKey, which is not in it: keep that as well, without it this backup opens no tokens."
            : "It holds the keys that open your accounts' tokens: keep it where only you can read it.");
        output.WriteLine("In it are also pictures sent as image_base64"
            + (manifest.Files.ContainsKey(SimulatorOptions.JournalName) ? ", and the simulator's boards and pins." : "."));
        var assets = Path.Combine(data, "assets");
        if (Directory.Exists(assets))
            output.WriteLine($"Not in it are files that were uploaded or fetched: copy {assets} too, and put it back before a start.");
    }

    private static Manifest Collect(string data, string? journal, string folder, DateTimeOffset now)
    {
        var database = Path.Combine(DataDirectory.CreatePrivate(folder), DataDirectory.DatabaseName);
        DatabaseFile.Copy(Path.Combine(data, DataDirectory.DatabaseName), database);
        if (DatabaseFile.ProblemOf(database) is { } problem)
            throw new BackupException($"The database in {data} is damaged, so there is no backup: {problem} Restore the last good one.");

        // After the database: keys are only added to the ring, so it opens everything in the copy.
        var keys = DataDirectory.CreatePrivate(Path.Combine(folder, DataDirectory.KeyRingName));
        foreach (var key in Directory.EnumerateFiles(Path.Combine(data, DataDirectory.KeyRingName), "*.xml"))
            File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));

        // After the database too: a pin that is only in the journal is found on its board, one that is only in the database is lost.
        if (File.Exists(journal)) Copy(journal, Path.Combine(folder, SimulatorOptions.JournalName));

        return DatabaseFile.Read(database, sql => new Manifest(
            now,
            Manifest.ThisProgram,
            sql.Find<long>("select max(version) from schema_versions"),
            sql.Find<long>("select count(*) from pins"),
            sql.Find<long>("select count(*) from accounts where deleted_at is null"),
            Archive.HashesOf(folder)));
    }

    // A sidecar that runs writes to it meanwhile; a last line that is cut short is left out when it is read.
    private static void Copy(string source, string target)
    {
        using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var to = new FileStream(target, FileMode.CreateNew);
        from.CopyTo(to);
    }

    // One key that is older than the master key is enough to open what it sealed.
    private static bool IsSealed(string folder) => Directory
        .EnumerateFiles(Path.Combine(folder, DataDirectory.KeyRingName))
        .All(key => !File.ReadAllText(key).Contains("<masterKey", StringComparison.Ordinal));
}
