using Connector.Accounts;
using Connector.Assets;
using Connector.Common;
using Connector.Http;
using Connector.Pins;
using Connector.Pinterest;
using Connector.Publishing.Worker;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Videos;

/// <summary>Brings videos to Pinterest, one durable step at a time.</summary>
internal sealed partial class VideoUploader(
    VideoStore store, AccountSessions sessions, PinterestClient pinterest, MediaUpload upload, AssetStore assets, AssetFetcher fetch, PinChanges changes,
    IOptions<VideoOptions> options, IOptions<AssetOptions> files, Random random, TimeProvider clock, ILogger<VideoUploader> logger)
{
    /// <summary>Takes the step that is due; nothing of it is lost when it is cut short.</summary>
    public async Task StepAsync(VideoRow row, AccountCircuitBreaker guard, CancellationToken cancellation)
    {
        if (store.Pin(row.PinId) is not { } pin) return;

        var move = await TryAsync(pin, row, guard, cancellation);
        if (!await store.WriteAsync(row, move)) return;

        Log.Moved(logger, row.PinId, row.Step, move.IsReady ? "the pin can be created" : move.Message);
        changes.Raise(row.PinId);
    }

    private async Task<VideoChange> TryAsync(PinRow pin, VideoRow row, AccountCircuitBreaker guard, CancellationToken cancellation)
    {
        AttemptResult verdict;
        try
        {
            return row.Step switch
            {
                VideoStep.Fetch => await FetchAsync(pin, row, cancellation),
                VideoStep.Upload => await UploadAsync(row, cancellation),
                _ => VideoDecision.StatusRead(row, await StatusAsync(row, cancellation), options.Value.ProcessingPatience, Now),
            };
        }
        catch (PinterestException refusal)
        {
            verdict = AttemptResults.Of(refusal.Failure, VideoDecision.Tries - row.Tries, row.Tries, random);
        }
        catch (TokenRefreshException failed)
        {
            verdict = AttemptResults.TokenNotRenewed(sent: false, failed.Failure, row.Tries, random);
        }
        catch (ProblemException problem) when (problem.Problem.RetryAfter is not null)
        {
            return VideoDecision.RetryLater(row, problem.Problem.Detail, problem.Problem.RetryAfter, Now, random);
        }
        catch (ProblemException problem)
        {
            verdict = AttemptResults.AccountStopped(sent: false, problem.Problem);
        }
        catch (StorageUnavailableException full)
        {
            return VideoDecision.RetryLater(row, full.Message, null, Now, random);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Unexpected(logger, error, row.PinId);
            return VideoDecision.RetryLater(row, "The connector failed with the video; its log tells more.", Backoff.Cap, Now, random);
        }

        await guard.RecordAsync(row.AccountId, verdict);
        return VideoDecision.CallFailed(row, verdict, Now, random);
    }

    private async Task<VideoChange> FetchAsync(PinRow pin, VideoRow row, CancellationToken cancellation)
    {
        try
        {
            if (MediaExpiry.ProblemAt(pin.MediaUrl, Now, "video_url") is { } over) return VideoDecision.Fail(row, over, retryable: false);
            var file = await fetch.KeepAsync(pin.WorkspaceId, pin.MediaUrl!, "video_url", files.Value.FetchTimeout, cancellation);
            return file.Kind == MediaKind.Video ? VideoDecision.Fetched(row, file.Id, Now)
                : VideoDecision.Fail(row, new Problem(422, "media_type_unsupported", "This is no video.", "The address in video_url leads to an image.", "Make a new pin, and give the address as image_url."), retryable: false);
        }
        catch (ProblemException refusal)
        {
            return VideoDecision.NotFetched(row, refusal.Problem, Now, random);
        }
    }

    private async Task<VideoChange> UploadAsync(VideoRow row, CancellationToken cancellation)
    {
        // Cut short before its answer came: the bytes may have arrived, and need not go twice.
        if (row.MediaId is not null && await StatusAsync(row, cancellation) is MediaStatus.Processing or MediaStatus.Succeeded) return VideoDecision.Arrived(row, Now);
        if (assets.OpenRead(row.AssetId!) is not { } opened) return VideoDecision.Fail(row, AssetProblems.Missing(row.AssetId!), retryable: false);

        await using var file = opened;
        var (environment, registration) = await sessions.CallAsync(
            row.AccountId, async (session, token) => (session.Environment, await pinterest.RegisterMediaAsync(session, token)), cancellation);
        var registered = row with { MediaId = registration.MediaId, Registrations = row.Registrations + 1 };
        if (!await store.WriteAsync(row, new VideoChange(registered, $"The video is uploaded to Pinterest, since {Rfc3339.Format(Now)}."))) return new VideoChange(registered, "");

        changes.Raise(row.PinId);
        return VideoDecision.Uploaded(registered, await upload.SendAsync(environment, registration, file, cancellation), Now, random);
    }

    private Task<MediaStatus> StatusAsync(VideoRow row, CancellationToken cancellation) =>
        sessions.CallAsync(row.AccountId, (session, token) => pinterest.GetMediaAsync(session, row.MediaId!, token), cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The video of pin {PinId} failed in the connector itself")]
        public static partial void Unexpected(ILogger logger, Exception error, string pinId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Video of pin {PinId} ({Step}): {Message}")]
        public static partial void Moved(ILogger logger, string pinId, string step, string message);
    }
}
