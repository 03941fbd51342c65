using System.Diagnostics;
using Connector.Crash.Running;
using Connector.Tests.Support;
using Npgsql;

namespace Connector.Crash.Replicas;

/// <summary>One process of PostgreSQL and its files, which keeps what it has confirmed.</summary>
internal sealed class Node
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-server-").FullName;
    private readonly string _programs = PostgresServer.Programs() ?? throw new InvalidOperationException(PostgresServer.Unavailable);
    private bool _isDead;

    public int Port { get; } = Workspace.FreeAddress().Port;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A new database, which runs.</summary>
    public static async Task<Node> CreateAsync()
    {
        var node = new Node();
        await node.OwnAsync();
        await node.AsServerAsync("initdb", "-D", node.Data, "-A", "trust", "-U", "postgres", "--encoding=UTF8", "--locale=C");
        await node.StartAsync();
        return node;
    }

    /// <summary>A standby of this one, which runs and follows it.</summary>
    public async Task<Node> FollowAsync()
    {
        var standby = new Node();
        await standby.OwnAsync();
        await standby.AsServerAsync(
            "pg_basebackup", "-D", standby.Data, "-d", $"host=127.0.0.1 port={Port} user=postgres", "-R", "--checkpoint=fast", "--no-sync");
        // Once it is promoted it has no standby at first, and would confirm nothing.
        await File.AppendAllTextAsync(Path.Combine(standby.Data, "postgresql.auto.conf"), "synchronous_standby_names = ''\n");
        await standby.StartAsync();
        return standby;
    }

    /// <summary>As a crash of the machine would, and a start after it.</summary>
    public Task RestartAsync() => AsServerAsync("pg_ctl", "restart", "-w", "-m", "immediate", "-D", Data);

    public Task PromoteAsync() => AsServerAsync("pg_ctl", "promote", "-w", "-D", Data);

    /// <summary>SIGKILL to all of its processes; it is not started again.</summary>
    public async Task KillAsync()
    {
        _isDead = true;
        var main = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        var others = await File.ReadAllTextAsync($"/proc/{main}/task/{main}/children");
        using var kill = Process.Start("kill", ["-KILL", main, .. others.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        await kill.WaitForExitAsync();
    }

    public async Task<object?> AskAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(Server.Through(Port) + ";Pooling=false");
        await connection.OpenAsync();
        object? answer = null;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            answer = await command.ExecuteScalarAsync();
        }

        return answer;
    }

    public async Task RemoveAsync()
    {
        if (!_isDead) await AsServerAsync("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        Directory.Delete(_folder, recursive: true);
    }

    private Task OwnAsync() => Environment.IsPrivilegedProcess ? RunAsync("chown", "postgres", _folder) : Task.CompletedTask;

    private Task StartAsync() => AsServerAsync(
        "pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"),
        // What is in memory lies in the folder, and so is gone with it also after a kill; a standby finds its server again at once.
        "-o", $"-p {Port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c dynamic_shared_memory_type=mmap"
            + " -c wal_retrieve_retry_interval=100ms");

    // PostgreSQL refuses to run as root.
    private Task AsServerAsync(string program, params string[] arguments)
    {
        string[] user = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            : ["env"];
        return RunAsync(user[0], [.. user[1..], Path.Combine(_programs, program), .. arguments]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Its output is not read: the server would inherit it and keep it open.
        string[] quiet = ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", quiet) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
