using System.Diagnostics;
using System.Net.Sockets;
using Connector.Crash.Running;
using Connector.Tests.Support;
using Npgsql;

namespace Connector.Crash.Replicas;

/// <summary>A server of PostgreSQL that keeps what it has confirmed, and can be ended without any warning.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-server-").FullName;
    private readonly string _programs = PostgresServer.Programs() ?? throw new InvalidOperationException(PostgresServer.Unavailable);
    private readonly int _port = Workspace.FreeAddress().Port;

    private string Data => Path.Combine(_folder, "data");

    public static async Task<Server> StartAsync()
    {
        var server = new Server();
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", server._folder);
        await server.AsServerAsync("initdb", "-D", server.Data, "-A", "trust", "-U", "postgres", "--encoding=UTF8", "--locale=C");
        await server.AsServerAsync(
            "pg_ctl", "start", "-w", "-D", server.Data, "-l", Path.Combine(server._folder, "log"),
            "-o", $"-p {server._port} -k {server._folder} -c listen_addresses=127.0.0.1 -c max_connections=200");
        return server;
    }

    /// <summary>How the server is connected to through a port of this machine.</summary>
    public static string Through(int port) => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=12";

    /// <summary>As a crash of the machine would, and a start after it.</summary>
    public Task RestartAsync() => AsServerAsync("pg_ctl", "restart", "-w", "-m", "immediate", "-D", Data);

    public async Task<Stream> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", _port);
        return client.GetStream();
    }

    public async ValueTask DisposeAsync()
    {
        await AsServerAsync("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

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
