using Connector.Accounts;
using Connector.Http;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Reconciliation;

/// <summary>Resolves an unknown outcome by looking for the pin on its board.</summary>
internal sealed partial class Reconciler(
    ReconciliationStore store, AttemptStore attempts, BoardReader boards, PaceLedger pace, PinLog pins,
    IOptions<ReconciliationOptions> options, TimeProvider clock, ILogger<Reconciler> logger)
{
    private readonly IReadOnlyList<TimeSpan> _schedule = options.Value.Schedule;

    /// <summary>Reads the board once, and writes what was found and what follows.</summary>
    public async Task ReconcileAsync(PinRow pin, BoardReadingCache readings, CancellationToken cancellation)
    {
        var tried = attempts.Of(pin.Id);
        if (tried.Find(a => a.Id == pin.AttemptId) is not { EndedAt: { } since } attempt) return;

        var lookup = await LookUpAsync(pin, PinSearch.For(pin, tried), readings, cancellation);
        IReadOnlyList<BoardLookup> lookups = [.. BoardLookup.Read(attempt.Evidence), lookup];
        var step = ReconciliationDecision.Decide(lookups, _schedule, since, clock.GetUtcNow());
        if (!await store.WriteAsync(pin, attempt, lookups, step)) return;

        if (step.Conclusion is null)
        {
            Log.LooksAgain(logger, pin.Id, pin.BoardId, lookups.Count, step.NextLookup.TotalSeconds, step.Reason);
            return;
        }

        // Until now it counted as a published pin.
        pace.Invalidate(pin.AccountId);
        pins.Write(pin.Id, step.Reason, $"its board was read {lookups.Count} times after attempt {attempt.Number}");
    }

    private async Task<BoardLookup> LookUpAsync(PinRow pin, PinSearch search, BoardReadingCache readings, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        try
        {
            var read = await readings.OfAsync(search, pin.DueAt, () => boards.ReadAsync(pin.AccountId, search, cancellation));
            var candidates = PinMatching.Candidates(search, read.Pins, store.Claimed(pin, read.Pins.Select(p => p.Id)));
            var (result, note) = Judge(read, candidates);
            return new BoardLookup
            {
                At = now,
                Result = result,
                Pages = read.Pages,
                PinsSeen = read.Pins.Count,
                Candidates = candidates,
                Note = note,
            };
        }
        catch (PinterestException refusal) when (IsRefusal(refusal.Failure.Kind))
        {
            return new BoardLookup
            {
                At = now,
                Result = BoardLookup.Refused,
                Note = $"Pinterest does not let the board be read: {refusal.Failure.Message}",
            };
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            return new BoardLookup { At = now, Result = BoardLookup.Unavailable, Note = error.Message };
        }
    }

    internal static (string Result, string? Note) Judge(BoardReading read, IReadOnlyList<Candidate> candidates) => candidates switch
    {
        [{ MatchedBy: Candidate.ByResemblance }, ..] =>
            (BoardLookup.Several, "A pin on the board resembles it, but not enough to be sure."),
        [_] => (BoardLookup.Found, null),
        { Count: > 1 } => (BoardLookup.Several, null),
        _ when !read.IsWhole =>
            (BoardLookup.TooLong, $"The board has more pins than can be read to find this one ({read.Pins.Count} were)."),
        _ when read.Moved => (BoardLookup.Moved, "The listing changed while it was read."),
        _ => (BoardLookup.Absent, null),
    };

    private static bool IsRefusal(FailureKind kind) => kind is
        FailureKind.DataAccessDenied or FailureKind.ScopeMissing or FailureKind.Forbidden or FailureKind.FeatureRestricted
        or FailureKind.AppNotApproved or FailureKind.TrialAccess or FailureKind.BoardNotFound or FailureKind.SectionNotFound
        or FailureKind.NotFound or FailureKind.Invalid;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Debug,
            Message = "Lookup {Number} of pin {PinId} on board {BoardId} could not tell; the next is in {Seconds:0} s. {Reason}")]
        public static partial void LooksAgain(ILogger logger, string pinId, string boardId, int number, double seconds, string reason);
    }
}
