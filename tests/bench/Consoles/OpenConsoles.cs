using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Bench.Running;

namespace Connector.Bench.Consoles;

/// <summary>
/// People who have the console open, each with Today and the queue: a second after something happened both pages are fetched again, and
/// every three seconds while much happens, as the console's script does.
/// </summary>
internal sealed class OpenConsoles : IAsyncDisposable
{
    private static readonly string[] Pages = ["/", "/queue"];
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1), Between = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _ending = new();
    private readonly List<Visitor> _visitors = [];
    private readonly List<Task> _running = [];

    /// <summary>What each reload took, in milliseconds.</summary>
    public ConcurrentBag<double> Reloads { get; } = [];

    public static async Task<OpenConsoles> OpenAsync(RunningSidecar sidecar, int people)
    {
        var open = new OpenConsoles();
        for (var person = 0; person < people; person++)
        {
            var visitor = await Visitor.SignInAsync(sidecar);
            open._visitors.Add(visitor);
            var happened = new SemaphoreSlim(1);
            open._running.Add(visitor.FollowAsync(() => Tell(happened), open._ending.Token));
            open._running.Add(open.ReloadAsync(visitor, happened));
        }

        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _visitors.ForEach(visitor => visitor.Dispose());
        // Whatever was under way was cut off.
        foreach (var task in _running) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private static void Tell(SemaphoreSlim happened)
    {
        if (happened.CurrentCount == 0) happened.Release();
    }

    private async Task ReloadAsync(Visitor visitor, SemaphoreSlim happened)
    {
        // They did not all open it at the same moment.
        var last = Stopwatch.GetTimestamp() - (long)(Random.Shared.NextDouble() * Between.TotalSeconds * Stopwatch.Frequency);
        while (!_ending.IsCancellationRequested)
        {
            await happened.WaitAsync(_ending.Token);
            var rest = Between - Stopwatch.GetElapsedTime(last);
            await Task.Delay(rest > Soon ? rest : Soon, _ending.Token);
            last = Stopwatch.GetTimestamp();
            foreach (var page in Pages) Reloads.Add(await visitor.OpenAsync(page, isLive: true));
        }
    }
}
