using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Simulator;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Backup;

/// <summary>
/// <c>connector restore FILE</c>: makes a data directory out of a backup, in which nothing is sent before its board was read.
/// </summary>
internal static class RestoreCommand
{
    /// <exception cref="BackupException">Nothing was restored.</exception>
    public static async Task RunAsync(string file, IServiceProvider services, TextWriter output)
    {
        BackupException.ThrowIfPostgres(services, "pg_restore puts a dump back, into a database of its own");
        file = Path.GetFullPath(file);
        if (!File.Exists(file)) throw new BackupException($"There is no file {file}.");

        var directory = services.GetRequiredService<DataDirectory>();
        if (Directory.EnumerateFiles(directory.FullPath, DataDirectory.DatabaseName + "*").Any())
            throw new BackupException($"There is a database in {directory.FullPath} already, and a restore never overwrites one. Move "
                + $"{DataDirectory.DatabaseName}* and {DataDirectory.KeyRingName}/ away, or choose another directory with "
                + "Connector__DataDirectory.");

        using var work = new WorkFolder(Path.Combine(directory.FullPath, "restoring"));
        var manifest = Archive.Extract(file, work.FullPath);
        var inDoubt = await MarkInDoubtAsync(work.File(DataDirectory.DatabaseName), manifest, services);

        // The database last: before it is there, nothing was restored, and the restore can simply be run again.
        var keys = work.File(DataDirectory.KeyRingName);
        if (Directory.Exists(keys))
        {
            foreach (var key in Directory.EnumerateFiles(keys))
                File.Move(key, Path.Combine(directory.KeyRing, Path.GetFileName(key)), overwrite: true);
        }

        var simulator = RestoreSimulator(work.File(SimulatorOptions.JournalName), services);
        File.Move(work.File(DataDirectory.DatabaseName), directory.DatabaseFile);

        await output.WriteLineAsync(Report(file, directory.FullPath, manifest, inDoubt));
        await output.WriteLineAsync(simulator);
        if (!services.GetRequiredService<TokenVault>().IsReadable())
            await output.WriteLineAsync(
                "Its keys do not open its tokens here: set the Connector:MasterKey they were sealed with before you start.");
    }

    private static async Task<long> MarkInDoubtAsync(string file, Manifest manifest, IServiceProvider services)
    {
        if (DatabaseFile.ProblemOf(file) is { } problem)
            throw new BackupException($"The database in the backup is damaged: {problem} Nothing was restored; take another backup.");

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var inDoubt = 0L;
        await using (var database = DatabaseFile.Open(file, services.GetRequiredService<StorageHealth>()))
        {
            await Migrations.ApplyAsync(database);
            inDoubt = await database.WriteAsync(sql => PinTransitions.Restore(sql, manifest.CreatedAt, now));
        }

        // Only the database file moves; what is still in its log would stay behind.
        return File.Exists(file + "-wal")
            ? throw new BackupException("The disk is full. Nothing was restored; make room and run it again.")
            : inDoubt;
    }

    /// <summary>Puts the simulator's state back, unless there is one that went on, as Pinterest does; returns what to say.</summary>
    private static string RestoreSimulator(string journal, IServiceProvider services)
    {
        const string Again = "Connect simulator accounts again with POST /v1/accounts, under their names.";
        var target = services.GetRequiredService<IOptions<SimulatorOptions>>().Value.JournalFile;
        if (!File.Exists(journal)) return $"The simulator's boards and pins are not in this backup. {Again}";
        if (target is null) return $"The simulator keeps no file here, so its boards and pins were not restored. {Again}";
        if (File.Exists(target))
            return $"The simulator's boards and pins in {target} stayed as they are: it went on after the backup, as Pinterest does.";

        DataDirectory.CreatePrivate(Path.GetDirectoryName(target)!);
        File.Move(journal, target);
        return $"The simulator's boards and pins are restored too, into {target}.";
    }

    private static string Report(string file, string directory, Manifest manifest, long inDoubt) =>
        $"""
        Restored {file} into {directory}, as of {Rfc3339.Format(manifest.CreatedAt)} ({manifest.Contents}).

        What comes next:
        1. Make sure that the sidecar this was copied from does not run any more: two of them would publish everything twice.
        2. Start this one: connector
        3. {inDoubt} pins were waiting. They may have gone out since, so their boards are read before anything is sent.
           That takes about five minutes: what is found becomes published, what is not there waits on as before,
           and what cannot be known becomes unconfirmed.

        What a backup cannot know:
        - Pins accepted after it are not in it. Send them again with the idempotency keys they had;
          one that was published meanwhile goes out a second time.
        - Pins that were canceled, edited, retried or resolved after it are as they were before. Look at the board before you retry one.
        - A token that was renewed after it may be refused: the account then asks to be connected again, and its pins wait.
        """;
}
