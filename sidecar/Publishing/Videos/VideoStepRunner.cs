using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Publishing.Worker;

namespace Connector.Publishing.Videos;

/// <summary>Runs a video's step that is due and returns what follows; every error becomes a change too.</summary>
internal sealed partial class VideoStepRunner(
    VideoFetcher fetcher, VideoUploader uploader, AccountCircuitBreaker breaker, Random random,
    TimeProvider clock, ILogger<VideoStepRunner> logger)
{
    public async Task<VideoChange> RunAsync(PinRow pin, VideoRow row, CancellationToken cancellation)
    {
        AttemptResult result;
        try
        {
            var change = await StepAsync(pin, row, cancellation);
            if (row.Step == VideoStep.Upload && change.Failure is null) breaker.RecordUpload();
            return change;
        }
        catch (PinterestException refusal)
        {
            result = AttemptDecision.Of(refusal.Failure, VideoDecision.Tries - row.Tries, row.Tries, random);
        }
        catch (TokenRefreshException failed)
        {
            result = AttemptDecision.TokenNotRenewed(sent: false, failed.Failure, row.Tries, random);
        }
        catch (ProblemException problem) when (problem.Problem.RetryAfter is not null)
        {
            return RetryLater(row, problem.Problem.Detail, problem.Problem.RetryAfter);
        }
        catch (ProblemException problem)
        {
            result = AttemptDecision.AccountStopped(sent: false, problem.Problem);
        }
        catch (StorageUnavailableException full)
        {
            return RetryLater(row, full.Message, null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Unexpected(logger, error, row.PinId, Backoff.Cap);
            return RetryLater(row, "The connector failed with the video; its log tells more.", Backoff.Cap);
        }

        await breaker.RecordAsync(row.AccountId, result);
        return VideoDecision.CallFailed(row, result, clock.GetUtcNow(), random);
    }

    private Task<VideoChange> StepAsync(PinRow pin, VideoRow row, CancellationToken cancellation) => row.Step switch
    {
        VideoStep.Fetch => fetcher.FetchAsync(pin, row, cancellation),
        VideoStep.Upload => uploader.UploadAsync(row, cancellation),
        _ => uploader.CheckAsync(row, cancellation),
    };

    private VideoChange RetryLater(VideoRow row, string message, TimeSpan? atLeast) =>
        VideoDecision.RetryLater(row, message, atLeast, clock.GetUtcNow(), random);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The video of pin {PinId} met an unexpected error in the connector; its step is tried again in {Delay}.")]
        public static partial void Unexpected(ILogger logger, Exception error, string pinId, TimeSpan delay);
    }
}
