using System.Collections.Concurrent;
using Connector.Bench.Running;

namespace Connector.Bench.Consoles;

/// <summary>
/// People who have the console open, each with Today and the queue: when something happened both pages are fetched again, at most once a
/// second, as the console's script does.
/// </summary>
internal sealed class OpenConsoles : IAsyncDisposable
{
    private static readonly string[] Pages = ["/", "/queue"];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        while (!_ending.IsCancellationRequested)
        {
            await happened.WaitAsync(_ending.Token);
            await Task.Delay(Pause, _ending.Token);
            foreach (var page in Pages) Reloads.Add(await visitor.OpenAsync(page, isLive: true));
        }
    }
}
