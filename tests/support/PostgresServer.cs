using System.Diagnostics;
using Npgsql;

namespace Connector.Tests.Support;

/// <summary>
/// A server of PostgreSQL of this test run, which ends with it. It keeps nothing through a power cut, so that it is quick; what is asked
/// of it is what PostgreSQL does with SQL, connections and transactions.
/// </summary>
internal sealed class PostgresServer
{
    public const string Unavailable = "PostgreSQL is not installed here (on Debian: apt-get install postgresql).";

    private static readonly Lazy<PostgresServer?> Shared = new(() => Programs() is { } programs ? new PostgresServer(programs) : null);

    private readonly string _folder = Directory.CreateTempSubdirectory("connector-postgres-").FullName;
    private readonly int _port = FreePort.Find();
    private readonly ManualResetEventSlim _isUp = new();
    private readonly string _programs;
    private Process? _process;

    private PostgresServer(string programs)
    {
        _programs = programs;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        // The server ends when the thread that started it does, whatever ends this process; so the thread stays.
        new Thread(Run) { IsBackground = true, Name = "postgres" }.Start();
        _isUp.Wait();
        if (_process is null) throw new InvalidOperationException("PostgreSQL did not start.");
    }

    public static bool IsInstalled => Programs() is not null;

    /// <summary>The one of this run, started when it is first asked for.</summary>
    public static PostgresServer Instance => Shared.Value ?? throw new InvalidOperationException(Unavailable);

    public string SocketPath => Path.Combine(_folder, $".s.PGSQL.{_port}");

    /// <summary>With time for a machine that has much to do: a write that is refused is tried again by a clock that stands.</summary>
    public string ConnectionString(string database) =>
        $"Host={_folder};Port={_port};Username=postgres;Timeout=60;Command Timeout=120;Database={database}";

    public void Execute(string statement, string database = "postgres")
    {
        using var connection = new NpgsqlConnection(ConnectionString(database) + (database == "postgres" ? "" : ";Pooling=false"));
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The folder of the newest version that is installed; null where none is.</summary>
    public static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    private void Run()
    {
        try
        {
            var data = Path.Combine(_folder, "data");
            if (Environment.IsPrivilegedProcess) RunToEnd("chown", "postgres", _folder);
            // Another order of letters than "C", so that a column which forgets its own is found out.
            RunAsServer(Path.Combine(_programs, "initdb"), "--no-sync", "-D", data, "-A", "trust", "-U", "postgres", "--encoding=UTF8",
                "--locale=C", "--locale-provider=icu", "--icu-locale=en-US").WaitForExit();
            var server = RunAsServer(Path.Combine(_programs, "postgres"), "-D", data, "-k", _folder, "-p", $"{_port}",
                "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=1000",
                "-c", "shared_buffers=128MB", "-c", "max_wal_size=4GB", "-c", "checkpoint_timeout=1h",
                "-c", "autovacuum=off", "-c", "jit=off", "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
                "-c", "log_min_messages=fatal");
            while (!IsReady()) server.WaitForExit(50);
            _process = server;
        }
        finally
        {
            _isUp.Set();
        }

        _process!.WaitForExit();
    }

    private bool IsReady()
    {
        try
        {
            Execute("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // PostgreSQL refuses to run as root.
    private static Process RunAsServer(string program, params string[] arguments)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        return Process.Start(new ProcessStartInfo("setpriv", [.. user, "--pdeathsig", "QUIT", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
    }

    private static void RunToEnd(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }

    private void Stop()
    {
        if (_process is not { HasExited: false }) return;
        // At once; nothing in it is wanted any more.
        RunToEnd("kill", "-QUIT", $"{_process.Id}");
        _process.WaitForExit(5000);
        Directory.Delete(_folder, recursive: true);
    }
}
