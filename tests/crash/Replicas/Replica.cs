using System.Diagnostics;
using System.Globalization;
using Connector.Crash.Running;
using Connector.Tests.Support;

namespace Connector.Crash.Replicas;

/// <summary>One sidecar of several, and its own way to the database.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly TcpProxy _way;
    private readonly Launch _launch;
    private Sidecar? _sidecar;

    public Replica(Server server, Launch launch, int number)
    {
        _way = new TcpProxy(server.ConnectAsync);
        _launch = launch with
        {
            Address = Workspace.FreeAddress(),
            Log = Path.Combine(launch.Data, $"replica-{number}.log"),
            Settings =
            [
                .. launch.Settings,
                "Connector:Database:Provider=postgres",
                $"Connector:Database:ConnectionString={Server.Through(_way.Port)}",
                $"Connector:Replicas:Name=replica-{number}",
            ],
        };
    }

    public Uri Address => _launch.Address;

    public async Task StartAsync() => _sidecar = await Sidecar.ReadyAsync(_launch);

    /// <summary>SIGKILL, and a start a moment later.</summary>
    public async Task KillAsync(TimeSpan pause)
    {
        await _sidecar!.DisposeAsync();
        await Task.Delay(pause);
        // It may not get ready while something else is wrong.
        _sidecar = Sidecar.Start(_launch);
    }

    /// <summary>SIGSTOP, and SIGCONT after that time.</summary>
    public async Task SuspendAsync(TimeSpan span)
    {
        await SignalAsync("STOP");
        await Task.Delay(span);
        await SignalAsync("CONT");
    }

    /// <summary>Every connection to the database breaks, and none can be made.</summary>
    public async Task CutAsync(TimeSpan span)
    {
        _way.IsClosed = true;
        await Task.Delay(span);
        _way.IsClosed = false;
    }

    /// <summary>Nothing passes on any connection to the database.</summary>
    public async Task FreezeAsync(TimeSpan span)
    {
        _way.IsFrozen = true;
        await Task.Delay(span);
        _way.IsFrozen = false;
    }

    /// <summary>Whether it takes requests; starts it when it has ended, as whatever runs it would.</summary>
    public async Task<bool> IsReadyAsync()
    {
        if (_sidecar!.HasEnded)
        {
            await _sidecar.DisposeAsync();
            _sidecar = Sidecar.Start(_launch);
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits until it works again; starts it when it has ended.</summary>
    public async Task RecoverAsync()
    {
        if (await _sidecar!.BecomesReadyAsync() is not null) return;
        await _sidecar.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_sidecar is not null) await _sidecar.DisposeAsync();
        await _way.DisposeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _sidecar!.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
