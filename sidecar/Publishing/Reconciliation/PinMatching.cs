using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Reconciliation;

/// <summary>Tells which pins on a board may be the one looked for; a pure function, so that a table of tests has every case.</summary>
internal static class PinMatching
{
    // The machine of Pinterest that writes created_at is not the one whose time confirmed our clock; a day more costs nothing.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>
    /// Pins that carry the marker; else pins of the right time with the same fingerprint; else those that resemble it, or have the same
    /// fingerprint at a time that only a wrong clock explains: they prove nothing, but it cannot be called absent.
    /// </summary>
    public static IReadOnlyList<Candidate> Candidates(PinSearch search, IEnumerable<PinterestPin> pins, IReadOnlySet<string> claimed)
    {
        var free = pins.Where(p => !claimed.Contains(p.Id)).DistinctBy(p => p.Id).ToList();
        var marked = search.Marker is null ? [] : Of(free.Where(p => LinkMarker.In(p.Link) == search.Marker), Candidate.ByMarker);
        if (marked.Count > 0) return marked;

        // A pin that carries another pin's marker is that other pin.
        var unmarked = free.Where(p => LinkMarker.In(p.Link) is null).ToList();
        var same = unmarked.Where(p => PinFingerprint.Of(p) == search.Fingerprint).ToList();
        var sure = Of(same.Where(p => IsInTime(search, p)), Candidate.ByFingerprint);
        if (sure.Count > 0) return sure;

        var alike = unmarked.Where(p => IsInTime(search, p) && Resembles(search.Fingerprint, PinFingerprint.Of(p)));
        return Of(same.Where(p => p.CreatedAt is not { } at || at + ClockTolerance >= search.Since).Union(alike), Candidate.ByResemblance);
    }

    // Pinterest may follow a link's redirects or rewrite a text: half a match is no proof either way.
    private static bool Resembles(PinFingerprint ours, PinFingerprint other) =>
        (ours.Link.Length > 0 && ours.Link == other.Link)
        || (ours.Title.Length + ours.Description.Length > 0 && ours.Title == other.Title && ours.Description == other.Description);

    private static bool IsInTime(PinSearch search, PinterestPin pin) =>
        pin.CreatedAt is not { } at || (at >= search.From && at <= search.To);

    private static List<Candidate> Of(IEnumerable<PinterestPin> pins, string by) => [.. pins.Select(p => new Candidate(p.Id, by))];
}
