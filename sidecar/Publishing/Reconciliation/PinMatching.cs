using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Publishing.Reconciliation;

/// <summary>Tells which pins on a board may be the one looked for: pure, so that every case has its row in a table of tests.</summary>
internal static class PinMatching
{
    // Of Pinterest's many machines one writes created_at and another the time of an answer; to doubt a day more costs nothing.
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromDays(1);

    /// <summary>
    /// Pins that carry the marker; else pins of the right time that say the same; else those that resemble it, or say the same at a time
    /// that only a wrong clock explains, which prove nothing but forbid to call it absent.
    /// </summary>
    public static IReadOnlyList<Candidate> Candidates(PinSearch sought, IEnumerable<PinterestPin> pins, IReadOnlySet<string> claimed)
    {
        var free = pins.Where(p => !claimed.Contains(p.Id)).DistinctBy(p => p.Id).ToList();
        var marked = sought.Marker is null ? [] : Of(free.Where(p => LinkMarker.In(p.Link) == sought.Marker), Candidate.ByMarker);
        if (marked.Count > 0) return marked;

        // A pin that carries another pin's marker is that other pin.
        var unmarked = free.Where(p => LinkMarker.In(p.Link) is null).ToList();
        var same = unmarked.Where(p => PinFingerprint.Of(p) == sought.Fingerprint).ToList();
        var sure = Of(same.Where(p => IsInTime(sought, p)), Candidate.ByFingerprint);
        if (sure.Count > 0) return sure;

        var alike = unmarked.Where(p => IsInTime(sought, p) && Resembles(sought.Fingerprint, PinFingerprint.Of(p)));
        return Of(same.Where(p => p.CreatedAt is not { } at || at + ClockDoubt >= sought.Since).Union(alike), Candidate.ByResemblance);
    }

    // Pinterest may follow a link's redirects or rewrite a text: half a match is no proof either way.
    private static bool Resembles(PinFingerprint sought, PinFingerprint seen) =>
        (sought.Link.Length > 0 && sought.Link == seen.Link)
        || (sought.Title.Length + sought.Description.Length > 0 && sought.Title == seen.Title && sought.Description == seen.Description);

    private static bool IsInTime(PinSearch sought, PinterestPin pin) =>
        pin.CreatedAt is not { } at || (at >= sought.From && at <= sought.To);

    private static List<Candidate> Of(IEnumerable<PinterestPin> pins, string by) => [.. pins.Select(p => new Candidate(p.Id, by))];
}
