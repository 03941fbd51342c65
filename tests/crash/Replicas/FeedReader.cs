using System.Text.Json.Nodes;
using Connector.Crash.Running;

namespace Connector.Crash.Replicas;

/// <summary>Reads the feed of events all the time, each page at whichever replica answers.</summary>
internal sealed class FeedReader(Uri address) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // The oldest event there is comes next.
    private const string Beginning = "evt_00000000000000000000000000";

    private readonly SidecarCalls _calls = new(address);
    private readonly List<string> _seen = [];
    private string _after = Beginning;

    public int Count => _seen.Count;

    public async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ReadAsync();
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                // Nobody answers now; the same page is asked for again.
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>What a reader from the beginning sees and this one has not, or has seen twice or in another order.</summary>
    public async Task<List<string>> MissingAsync()
    {
        await ReadAsync();
        using var anew = new FeedReader(address);
        await anew.ReadAsync();
        var wrong = anew._seen.Except(_seen).Select(id => $"missing: the event {id} was never seen by who follows the feed.").ToList();
        if (wrong.Count == 0 && !anew._seen.SequenceEqual(_seen))
            wrong.Add(
                $"order: who followed saw {_seen.Count} events, and who reads from the beginning {anew._seen.Count}, in another order.");
        return wrong;
    }

    public void Dispose() => _calls.Dispose();

    private async Task ReadAsync()
    {
        JsonArray items;
        do
        {
            items = (await _calls.GetAsync($"/v1/events?after={_after}&limit=250"))["items"]!.AsArray();
            _seen.AddRange(items.Select(item => (string)item!["id"]!));
            if (items.Count > 0) _after = _seen[^1];
        } while (items.Count > 0);
    }
}
