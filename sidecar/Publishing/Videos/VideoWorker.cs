using Connector.Common;
using Connector.Pins;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Videos;

/// <summary>Brings an account's videos to Pinterest beside its attempts, so that a long upload delays nothing else.</summary>
internal sealed partial class VideoWorker(
    VideoStore store, VideoStepRunner steps, PinLog pins, PinChanges changes, IOptions<VideoOptions> options,
    TimeProvider clock, ILogger<VideoWorker> logger)
{
    private readonly RunningTasks _transfers = new(), _checks = new();

    public int Pending => _transfers.Count + _checks.Count;

    /// <summary>Completes when all steps under way have ended.</summary>
    public Task Current => Task.WhenAll(_transfers.All, _checks.All);

    public void RemoveEnded()
    {
        _transfers.RemoveEnded();
        _checks.RemoveEnded();
    }

    /// <summary>Starts every step that is due; returns when the next is.</summary>
    public async Task<DateTimeOffset?> StartAsync(string accountId, Action wake, CancellationToken stop)
    {
        var beginsAt = await BeginAsync(accountId);
        foreach (var row in store.Of(accountId))
        {
            if (_transfers.Contains(row.PinId) || _checks.Contains(row.PinId)) continue;
            if (row.DueAt > clock.GetUtcNow()) return beginsAt < row.DueAt ? beginsAt : row.DueAt;
            if (IsTransfer(row.Step) && _transfers.Count >= options.Value.TransfersAtOnce) continue;
            (IsTransfer(row.Step) ? _transfers : _checks).Start(row.PinId, () => StepSafelyAsync(row, stop), wake);
        }

        return beginsAt;
    }

    /// <summary>Begins as many as may be under way; returns when the next may begin by itself.</summary>
    private async Task<DateTimeOffset?> BeginAsync(string accountId)
    {
        if (store.NextDueAt(accountId) is not { } dueAt) return null;

        var soon = clock.GetUtcNow() + options.Value.Lead;
        if (dueAt > soon) return dueAt - options.Value.Lead;

        var room = options.Value.AtOnce - store.Of(accountId).Count - store.Ready(accountId, soon);
        if (room <= 0) return null;
        foreach (var pinId in await store.BeginAsync(accountId, room, soon)) changes.Raise(pinId);
        return null;
    }

    private static bool IsTransfer(string step) => step is VideoStep.Fetch or VideoStep.Upload;

    private async Task StepSafelyAsync(VideoRow row, CancellationToken stop)
    {
        try
        {
            await StepAsync(row, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping: the next start repeats the step.
        }
        catch (Exception error)
        {
            Log.StepFailed(logger, error, row.PinId);
            await Task.Delay(WorkerLoop.ErrorDelay, clock, CancellationToken.None);
        }
    }

    // Pinterest is asked every few seconds whether it has processed a video, which is no news.
    private static bool IsNews(VideoRow before, VideoRow after) => before.Step != after.Step || after.Tries > before.Tries;

    /// <summary>Runs the step that is due; nothing of it is lost when it is cancelled.</summary>
    private async Task StepAsync(VideoRow row, CancellationToken stop)
    {
        if (store.Pin(row.PinId) is not { } pin) return;

        var change = await steps.RunAsync(pin, row, stop);
        if (!await store.WriteAsync(row, change)) return;

        if (change.Failure is not null) pins.Write(row.PinId, null, "its video");
        else if (change.IsReady) Log.Ready(logger, row.PinId, pin.AccountId);
        else Log.GoesOn(logger, IsNews(row, change.Row) ? LogLevel.Information : LogLevel.Debug, row.PinId, pin.AccountId, change.Message);
        changes.Raise(row.PinId);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "The video of pin {PinId} of account {AccountId} is ready at Pinterest; the pin is created when its turn comes.")]
        public static partial void Ready(ILogger logger, string pinId, string accountId);

        [LoggerMessage(Message = "The pin {PinId} of account {AccountId} waits for its video. {Reason}")]
        public static partial void GoesOn(ILogger logger, LogLevel level, string pinId, string accountId, string reason);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "A step of the video of pin {PinId} met an unexpected error and is repeated in a second.")]
        public static partial void StepFailed(ILogger logger, Exception error, string pinId);
    }
}
