using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Bench.Running;

namespace Connector.Bench.Consoles;

/// <summary>
/// People who have the console open, half of them Today and half the queue: one or two seconds after something happened the page is fetched
/// again, and every three seconds while much happens, as the console's script does. A page that nobody sees does not follow at all.
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

    /// <summary>Opens each page so many times.</summary>
    public static async Task WarmUpAsync(RunningSidecar sidecar, int times)
    {
        using var visitor = await Visitor.SignInAsync(sidecar);
        for (var time = 0; time < times; time++)
            foreach (var page in Pages) await visitor.OpenAsync(page, isLive: true);
    }

    public static async Task<OpenConsoles> OpenAsync(RunningSidecar sidecar, int people)
    {
        var open = new OpenConsoles();
        for (var person = 0; person < people; person++)
        {
            var visitor = await Visitor.SignInAsync(sidecar);
            open._visitors.Add(visitor);
            var happened = new SemaphoreSlim(1);
            open._running.Add(visitor.FollowAsync(() => Tell(happened), open._ending.Token));
            open._running.Add(open.ReloadAsync(visitor, Pages[person % Pages.Length], happened));
        }

        return open;
    }

    /// <summary>Once people have signed in, and each has the pages open for some time.</summary>
    public async Task SettledAsync()
    {
        await Task.Delay(Between + Soon);
        Reloads.Clear();
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

    private async Task ReloadAsync(Visitor visitor, string page, SemaphoreSlim happened)
    {
        var last = 0L;
        while (!_ending.IsCancellationRequested)
        {
            await happened.WaitAsync(_ending.Token);
            var rest = Between - Stopwatch.GetElapsedTime(last);
            var soon = Soon * (1 + Random.Shared.NextDouble());
            await Task.Delay(rest > soon ? rest : soon, _ending.Token);
            last = Stopwatch.GetTimestamp();
            Reloads.Add(await visitor.OpenAsync(page, isLive: true));
        }
    }
}
