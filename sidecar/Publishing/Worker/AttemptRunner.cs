using Connector.Common;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;

namespace Connector.Publishing.Worker;

/// <summary>Runs one attempt to its end: sends it, writes how it ended, and lets the account's pace and circuit breaker know.</summary>
internal sealed partial class AttemptRunner(
    PinPublisher publisher, QueueStore store, PinClaimer claimer, AccountCircuitBreaker breaker, LinkHolds links, PaceLedger pace,
    PinLog pins, PinChanges changes, ILogger<AttemptRunner> logger)
{
    private const string LinkBlocked = "link_blocked";

    /// <summary>Never throws: an outcome that could not be written is found out at the next start.</summary>
    /// <param name="claim">The attempt.</param>
    /// <param name="chooseNext">Called when it was accepted, before that is written: the pin that may follow.</param>
    /// <param name="abort">Nothing waits for Pinterest any more.</param>
    /// <returns>The attempt that follows, if any.</returns>
    public async Task<Claim?> RunAsync(Claim claim, Func<NextPin?> chooseNext, CancellationToken abort)
    {
        Claim? following = null;
        try
        {
            var result = await publisher.PublishAsync(claim, abort);
            var next = result.Outcome == AttemptOutcome.Accepted ? ChooseSafely(claim, chooseNext) : null;
            (var isRecorded, following) = await CompleteAsync(claim, result, next);
            if (isRecorded) await FollowUpSafelyAsync(claim, result);
            else await OvertakenAsync(claim, result);
        }
        catch (Exception error)
        {
            Log.NotWritten(logger, error, claim.Pin.Id);
        }

        changes.Raise(claim.Pin.Id);
        return following;
    }

    // Whatever happens here, how the last attempt ended has to be written.
    private NextPin? ChooseSafely(Claim claim, Func<NextPin?> chooseNext)
    {
        try
        {
            return chooseNext();
        }
        catch (Exception error)
        {
            Log.NotChosen(logger, error, claim.Pin.AccountId);
            return null;
        }
    }

    /// <summary>
    /// Writes the outcome, and claims the next pin; an outcome that cannot be written as it is counts as unknown, so that the pin is looked
    /// for.
    /// </summary>
    private async Task<(bool IsRecorded, Claim? Following)> CompleteAsync(Claim claim, AttemptResult result, NextPin? next)
    {
        (bool IsRecorded, Claim? Following) completed = default;
        try
        {
            return completed = next is null
                ? (await store.CompleteAsync(claim, result), null)
                : await store.CompleteAsync(claim, result, next);
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            Log.NotRecordable(logger, error, claim.Pin.Id, result.Outcome, result.PinterestPinId ?? result.Message);
            var unknown = AttemptDecision.Unknown("Pinterest's answer could not be recorded; the connector's log tells more.");
            return (await store.CompleteAsync(claim, unknown), null);
        }
        finally
        {
            if (next is not null) claimer.Note(next, completed.Following);
        }
    }

    private async Task OvertakenAsync(Claim claim, AttemptResult result)
    {
        Log.Overtaken(logger, claim.Pin.Id, result.Outcome, result.PinterestPinId ?? result.Message);
        if (result.PinterestPinId is { } id && await store.RecordLateAsync(claim, result)) Log.Late(logger, claim.Pin.Id, id);
    }

    // The outcome is on disk by now, whatever happens here.
    private async Task FollowUpSafelyAsync(Claim claim, AttemptResult result)
    {
        try
        {
            await FollowUpAsync(claim, result);
        }
        catch (Exception error)
        {
            Log.NotFollowedUp(logger, error, claim.Pin.Id, claim.Pin.AccountId);
        }
    }

    private async Task FollowUpAsync(Claim claim, AttemptResult result)
    {
        var pin = claim.Pin;
        if (result.Outcome is AttemptOutcome.Refused or AttemptOutcome.NotSent) pace.Invalidate(pin.AccountId);
        // First the account: what is said of the pin depends on it.
        await breaker.RecordAsync(pin.AccountId, result);
        if (result.ErrorCode == LinkBlocked && pin.LinkDomain is not null) await HoldLinksAsync(pin, result.Message!);
        pins.Write(pin.Id, result.Message, Evidence(pin, result));
    }

    private async Task HoldLinksAsync(PinRow pin, string reason)
    {
        var (hold, waiting) = await links.HoldAsync(pin, reason);
        pins.LinksHeld(pin.AccountId, hold.Reason, waiting.Count, hold.Until);
        waiting.ForEach(changes.Raise);
    }

    private static string Evidence(PinRow pin, AttemptResult result) =>
        $"attempt {pin.AttemptCount}{(result.RequestId is { } id ? $", Pinterest's request {id}" : "")}";

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Pin {PinId} was taken over while its request was under way: its outcome ({Outcome}; {Detail}) is not recorded, and "
                + "its board is read before anything is sent again. Nothing needs to be done.")]
        public static partial void Overtaken(ILogger logger, string pinId, string outcome, string? detail);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Pinterest has made pin {PinId} as {PinterestPinId}, and its answer came after the attempt had been taken over; the "
                + "pin and its attempts say what follows.")]
        public static partial void Late(ILogger logger, string pinId, string pinterestPinId);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The outcome of pin {PinId} ({Outcome}; {Detail}) could not be recorded as it is; its board is read before anything "
                + "is sent again. This is a bug: report it with the stack trace.")]
        public static partial void NotRecordable(ILogger logger, Exception error, string pinId, string outcome, string? detail);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The outcome of pin {PinId} is recorded, but what follows from it for account {AccountId} (a hold, or a line in the "
                + "log) was not done; the next attempt does it. If it happens again, report it with the stack trace.")]
        public static partial void NotFollowedUp(ILogger logger, Exception error, string pinId, string accountId);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The pin that follows at once could not be chosen for account {AccountId}; its worker chooses it a moment later. "
                + "If it happens again, report it with the stack trace.")]
        public static partial void NotChosen(ILogger logger, Exception error, string accountId);

        [LoggerMessage(
            Level = LogLevel.Critical,
            Message = "The outcome of pin {PinId} could not be recorded: it stays in publishing until the connector is started again, "
                + "which reads its board. Start it again.")]
        public static partial void NotWritten(ILogger logger, Exception error, string pinId);
    }
}
