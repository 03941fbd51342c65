using Connector.Common;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;

namespace Connector.Publishing.Worker;

/// <summary>Runs one attempt to its end: sends it, writes how it ended, and lets the account's pace and circuit breaker know.</summary>
internal sealed partial class AttemptRunner(
    PinPublisher publisher, QueueStore store, AccountCircuitBreaker breaker, LinkHolds links, PaceLedger pace,
    PinChanges changes, ILogger<AttemptRunner> logger)
{
    private const string LinkBlocked = "link_blocked";

    /// <summary>Never throws: an outcome that could not be written is found out at the next start.</summary>
    public async Task RunAsync(Claim claim, CancellationToken abort)
    {
        try
        {
            var result = await publisher.PublishAsync(claim, abort);
            if (await CompleteAsync(claim, result)) await FollowUpAsync(claim, result);
            else Log.Overtaken(logger, claim.Pin.Id, result.Outcome, result.PinterestPinId ?? result.Message);
        }
        catch (Exception error)
        {
            Log.NotWritten(logger, error, claim.Pin.Id);
        }

        changes.Raise(claim.Pin.Id);
    }

    /// <summary>Writes the outcome; one that cannot be written as it is counts as unknown, so that the pin is looked for.</summary>
    private async Task<bool> CompleteAsync(Claim claim, AttemptResult result)
    {
        try
        {
            return await store.CompleteAsync(claim, result);
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            Log.NotRecordable(logger, error, claim.Pin.Id, result.Outcome, result.PinterestPinId ?? result.Message);
            return await store.CompleteAsync(
                claim, AttemptDecision.Unknown("Pinterest's answer could not be recorded; the connector's log tells more."));
        }
    }

    private async Task FollowUpAsync(Claim claim, AttemptResult result)
    {
        var pin = claim.Pin;
        if (result.Outcome is AttemptOutcome.Refused or AttemptOutcome.NotSent) pace.Invalidate(pin.AccountId);
        Log.Ended(logger, pin.Id, pin.AccountId, result.Next, result.Outcome, result.PinterestPinId ?? result.Message, result.RequestId);
        await breaker.RecordAsync(pin.AccountId, result);
        if (result.ErrorCode != LinkBlocked || pin.LinkDomain is null) return;
        foreach (var waiting in await links.HoldAsync(pin, result.Message!)) changes.Raise(waiting);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Pin {PinId} of {AccountId}: {Next} (attempt {Outcome}; {Detail}; Pinterest request {RequestId}).")]
        public static partial void Ended(
            ILogger logger, string pinId, string accountId, NextAction next, string outcome, string? detail, string? requestId);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Pin {PinId} was taken over while its request was under way: "
                + "its outcome ({Outcome}; {Detail}) is not recorded, and its board is read instead.")]
        public static partial void Overtaken(ILogger logger, string pinId, string outcome, string? detail);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The outcome of pin {PinId} ({Outcome}; {Detail}) could not be recorded as it is; its board is read instead.")]
        public static partial void NotRecordable(ILogger logger, Exception error, string pinId, string outcome, string? detail);

        [LoggerMessage(
            Level = LogLevel.Critical,
            Message = "The outcome of pin {PinId} could not be recorded; "
                + "it stays in publishing until the next start, which reads its board.")]
        public static partial void NotWritten(ILogger logger, Exception error, string pinId);
    }
}
