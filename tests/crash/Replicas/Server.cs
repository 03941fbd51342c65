using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace Connector.Crash.Replicas;

/// <summary>A PostgreSQL with a synchronous standby, which takes over when the first is killed.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60), PollInterval = TimeSpan.FromMilliseconds(50);

    private volatile Node _primary;
    private Node? _standby;

    private Server(Node primary) => _primary = primary;

    /// <summary>Where the one is that takes writes.</summary>
    public int Port => _primary.Port;

    public static async Task<Server> StartAsync()
    {
        var server = new Server(await Node.CreateAsync());
        await server.AddStandbyAsync();
        return server;
    }

    /// <summary>How the server is connected to through a port of this machine.</summary>
    public static string Through(int port) => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=12";

    public async Task<Stream> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", Port);
        return client.GetStream();
    }

    /// <summary>As a crash of the machine would, and a start after it.</summary>
    public Task RestartAsync() => _primary.RestartAsync();

    /// <summary>The machine is lost: its standby takes over, and gets a standby of its own.</summary>
    public async Task FailOverAsync()
    {
        var lost = _primary;
        await lost.KillAsync();
        await _standby!.PromoteAsync();
        _primary = _standby;
        await AddStandbyAsync();
        await lost.RemoveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_standby is not null) await _standby.RemoveAsync();
        await _primary.RemoveAsync();
        NpgsqlConnection.ClearAllPools();
    }

    // Nothing is confirmed from then on before the standby has it too.
    private async Task AddStandbyAsync()
    {
        _standby = await _primary.FollowAsync();
        await _primary.AskAsync("alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
        var begun = Stopwatch.GetTimestamp();
        while (await _primary.AskAsync("select 1 from pg_stat_replication where sync_state = 'sync' and state = 'streaming'") is null)
        {
            if (Stopwatch.GetElapsedTime(begun) > Timeout) throw new TimeoutException("The standby does not follow.");
            await Task.Delay(PollInterval);
        }
    }
}
