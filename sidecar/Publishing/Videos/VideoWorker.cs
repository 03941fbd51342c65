using Connector.Pins;
using Connector.Publishing.Reconciliation;
using Connector.Publishing.Worker;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Videos;

/// <summary>Brings a lane's videos to Pinterest beside its creates, so that a long upload delays nothing else.</summary>
internal sealed partial class VideoWorker(VideoStore store, VideoUploader carrier, PinChanges changes, IOptions<VideoOptions> options, TimeProvider clock, ILogger<VideoWorker> logger)
{
    private static readonly TimeSpan ErrorDelay = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (string Step, Task Work)> _busy = [];

    public int Busy => _busy.Values.Count(each => !each.Work.IsCompleted);

    /// <summary>What is under way.</summary>
    public Task Current => Task.WhenAll(_busy.Values.Select(each => each.Work));

    /// <summary>After the clock was set back.</summary>
    public Task CorrectDueAsync(string accountId) => store.CorrectDueAsync(accountId);

    /// <summary>Starts every step that is due; returns when the next is.</summary>
    public async Task<DateTimeOffset?> StartAsync(string accountId, AccountCircuitBreaker guard, Action done, CancellationToken stop)
    {
        foreach (var (pinId, _) in _busy.Where(each => each.Value.Work.IsCompleted).ToList()) _busy.Remove(pinId);

        var beginsAt = await BeginAsync(accountId);
        foreach (var row in store.Of(accountId))
        {
            if (_busy.ContainsKey(row.PinId)) continue;
            if (row.DueAt > clock.GetUtcNow()) return beginsAt < row.DueAt ? beginsAt : row.DueAt;
            if (IsTransfer(row.Step) && _busy.Values.Count(each => IsTransfer(each.Step)) >= options.Value.TransfersAtOnce) continue;
            _busy[row.PinId] = (row.Step, ReconciliationWorker.Beside(() => StepAsync(row, guard, stop), done));
        }

        return beginsAt;
    }

    /// <summary>Begins as many as may be under way; returns when the next may begin by itself.</summary>
    private async Task<DateTimeOffset?> BeginAsync(string accountId)
    {
        if (store.NextDueAt(accountId) is not { } dueAt) return null;

        var (now, soon) = (clock.GetUtcNow(), clock.GetUtcNow() + options.Value.Lead);
        if (dueAt > soon) return now + (dueAt - soon);
        var room = options.Value.AtOnce - store.Of(accountId).Count - store.Ready(accountId, soon);
        if (room > 0) foreach (var pinId in await store.BeginAsync(accountId, room, soon)) changes.Raise(pinId);
        return null;
    }

    private static bool IsTransfer(string step) => step is VideoStep.Fetch or VideoStep.Upload;

    private async Task StepAsync(VideoRow row, AccountCircuitBreaker guard, CancellationToken stop)
    {
        try
        {
            await carrier.StepAsync(row, guard, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping: the next start goes on.
        }
        catch (Exception error)
        {
            Log.Stumbled(logger, error, row.PinId);
            await Task.Delay(ErrorDelay, clock, CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The video of pin {PinId} stumbled and goes on in a second")]
        public static partial void Stumbled(ILogger logger, Exception error, string pinId);
    }
}
