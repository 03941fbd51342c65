using Connector.Pins;
using Connector.Pins.Lifecycle;

namespace Connector.Publishing.Reconciliation;

/// <summary>
/// Decides what an unknown outcome was, from the looks at the board: pure. Absence is believed only after repeated looks over minutes.
/// </summary>
internal static class ReconciliationDecision
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30), GiveUpAfter = TimeSpan.FromDays(1);
    private const int ExtraLooks = 3;

    /// <param name="looks">All looks, oldest first; at least one.</param>
    /// <param name="schedule">When to look, counted from the unknown outcome.</param>
    /// <param name="unknownSince">When the outcome became unknown.</param>
    /// <param name="now">Now.</param>
    public static ReconciliationStep Decide(
        IReadOnlyList<BoardLookup> looks, IReadOnlyList<TimeSpan> schedule, DateTimeOffset unknownSince, DateTimeOffset now)
    {
        var last = looks[^1];
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
            case BoardLookup.Unavailable when now - looks[0].At > GiveUpAfter:
                return Undecided($"The board could not be read for a day: {last.Note}");
            case BoardLookup.Unavailable:
                return Again(Pause, $"The board cannot be read right now: {last.Note}");
        }

        var seen = looks.Count(l => l.Result is BoardLookup.Absent or BoardLookup.Moved);
        // Counted from the last look: counted from the outcome, a clock set forward would make all looks due at once, sooner than a
        // listing may lag.
        var wait = seen < schedule.Count ? schedule[seen] - schedule[seen - 1] : (TimeSpan?)null;
        return (wait, last.Result) switch
        {
            ({ } pause, _) => Again(pause, "It is not on the board yet; listings may lag, so it is looked for again."),
            (null, BoardLookup.Absent) => Absent(
                $"It was not on the board in {seen} looks over {(now - unknownSince).TotalMinutes:0} minutes, so it was not created."),
            _ when seen < schedule.Count + ExtraLooks => Again(Pause, "The board changed while it was read; it is looked for again."),
            _ => Undecided("The board kept changing while it was read."),
        };
    }

    private static ReconciliationStep Again(TimeSpan wait, string reason) => new(null, null, wait, reason);

    private static ReconciliationStep Absent(string reason) => new(AttemptConclusion.Absent, null, default, reason);

    private static ReconciliationStep Undecided(string reason) => new(AttemptConclusion.Undecided, null, default, reason);
}
