using System.Diagnostics;
using Connector.Bench.Running;
using Connector.Tests.Support;
using Npgsql;

namespace Connector.Bench.Queues;

/// <summary>A PostgreSQL of this run's own, with its defaults: a commit is on disk before it is answered.</summary>
internal sealed class Postgres : IDisposable
{
    // It refuses to run as root; Debian's package brings this user.
    private const string User = "postgres";

    private const int MostTries = 600;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private Postgres(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Where its programs are; null when it is not installed. Debian keeps them out of the path.</summary>
    public static string? Programs { get; } = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    public static async Task<Postgres> StartAsync(string folder)
    {
        var port = FreePort.Find();
        if (Environment.IsPrivilegedProcess)
        {
            await Processes.RunAsync("chown", User, folder);
            // That user has to get to it.
            await Processes.RunAsync("chmod", "o+x", Path.GetDirectoryName(folder)!);
        }

        var (makeProgram, make) = AsUser("initdb", "-D", folder, "-A", "trust", "-U", "postgres");
        await Processes.RunAsync(makeProgram, make);
        var (program, arguments) = AsUser(
            "postgres", "-D", folder, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=");
        var process = Processes.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process.BeginErrorReadLine();
        await Listening.OnAsync(port, process);
        var server = new Postgres(process, port);
        await server.ReadyAsync();
        return server;
    }

    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    /// <summary>Makes a database, and says how it is connected to.</summary>
    public async Task<string> MakeAsync(string database)
    {
        await ExecuteAsync(Connection("postgres"), $"create database {database}");
        return Connection(database);
    }

    /// <summary>How many transactions a database has seen: each read and each write is one.</summary>
    public async Task<long> TransactionsAsync(string database) => (long)(await ExecuteAsync(
        Connection("postgres"), $"select xact_commit + xact_rollback from pg_stat_database where datname = '{database}'"))!;

    public static async Task<object?> ExecuteAsync(string connection, string statement)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(statement, open) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync();
    }

    public void Dispose() => Processes.End(_process);

    /// <summary>It takes connections before it answers.</summary>
    private async Task ReadyAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ExecuteAsync(Connection("postgres"), "select 1");
                return;
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.CannotConnectNow && tries < MostTries)
            {
                await Task.Delay(PollInterval);
            }
        }
    }

    // setpriv becomes the program, so that what is ended later is the server and not a parent of it.
    private static (string Program, string[] Arguments) AsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? ("setpriv", [$"--reuid={User}", $"--regid={User}", "--init-groups", path, .. arguments])
            : (path, arguments);
    }

    private static IEnumerable<string> Folders()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin")) : [];
        return versions.OrderDescending().Concat(Environment.GetEnvironmentVariable("PATH")!.Split(':'));
    }
}
