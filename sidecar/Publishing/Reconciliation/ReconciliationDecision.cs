using Connector.Pins.Lifecycle;

namespace Connector.Publishing.Reconciliation;

/// <summary>
/// Decides what an unknown outcome was, from the lookups on the board. Absence is believed only after several lookups over minutes.
/// </summary>
internal static class ReconciliationDecision
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30), GiveUpAfter = TimeSpan.FromDays(1);
    private const int ExtraLookups = 3;

    /// <param name="lookups">All lookups, oldest first; at least one.</param>
    /// <param name="schedule">When to read the board, counted from the unknown outcome.</param>
    /// <param name="unknownSince">When the outcome became unknown.</param>
    /// <param name="now">Now.</param>
    public static ReconciliationStep Decide(
        IReadOnlyList<BoardLookup> lookups, IReadOnlyList<TimeSpan> schedule, DateTimeOffset unknownSince, DateTimeOffset now)
    {
        var last = lookups[^1];
        switch (last.Result)
        {
            case BoardLookup.Found:
                var found = last.Candidates[0];
                return new(AttemptConclusion.Found, found.PinterestPinId, default, $"It was found on the board by its {found.MatchedBy}.");
            case BoardLookup.Several:
                var ids = string.Join(", ", last.Candidates.Select(c => c.PinterestPinId));
                return Undecided($"Several pins on the board may be it: {ids}.");
            case BoardLookup.Refused or BoardLookup.TooLong:
                return Undecided(last.Note!);
            case BoardLookup.Unavailable when now - lookups[0].At > GiveUpAfter:
                return Undecided($"The board could not be read for a day: {last.Note}");
            case BoardLookup.Unavailable:
                return Again(Pause, $"The board cannot be read right now: {last.Note}");
        }

        var seen = lookups.Count(each => each.Result is BoardLookup.Absent or BoardLookup.Moved);
        // Counted from the last lookup: counted from the outcome, a clock set forward would make all lookups due at once, before a
        // delayed listing shows the pin.
        var wait = seen < schedule.Count ? schedule[seen] - schedule[seen - 1] : (TimeSpan?)null;
        return (wait, last.Result) switch
        {
            ({ } pause, _) => Again(pause, "It is not on the board yet; listings may lag, so it is looked for again."),
            (null, BoardLookup.Absent) => Absent(
                $"It was not on the board in {seen} looks over {(now - unknownSince).TotalMinutes:0} minutes, so it was not created."),
            _ when seen < schedule.Count + ExtraLookups => Again(Pause, "The board changed while it was read; it is looked for again."),
            _ => Undecided("The board kept changing while it was read."),
        };
    }

    private static ReconciliationStep Again(TimeSpan wait, string reason) => new(null, null, wait, reason);

    private static ReconciliationStep Absent(string reason) => new(AttemptConclusion.Absent, null, default, reason);

    private static ReconciliationStep Undecided(string reason) => new(AttemptConclusion.Undecided, null, default, reason);
}
