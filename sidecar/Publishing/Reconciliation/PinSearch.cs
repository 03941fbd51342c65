using Connector.Pins;
using Connector.Pins.Lifecycle;

namespace Connector.Publishing.Reconciliation;

/// <summary>The pin that is looked for on a board: its fingerprint, its marker, and when it was created by our clock.</summary>
/// <param name="BoardId">Its board.</param>
/// <param name="SectionId">Its section, if it has one.</param>
/// <param name="Fingerprint">Its texts, link and kind of media.</param>
/// <param name="Marker">The marker in its link; null when there is none.</param>
/// <param name="From">Before that it is not expected.</param>
/// <param name="To">After that it is not expected.</param>
/// <param name="Since">Nothing older can be it: <paramref name="From"/> where Pinterest's time had confirmed ours, otherwise the beginning
/// of time, so that a wrong clock costs a longer reading and never a second pin.</param>
internal sealed record PinSearch(
    string BoardId,
    string? SectionId,
    PinFingerprint Fingerprint,
    string? Marker,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset Since)
{
    /// <summary>The ad account in whose owner's name it was created.</summary>
    public string? AdAccountId { get; init; }

    // Pinterest's clock is not ours, and it writes times without fractions.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>From the first attempt whose outcome is unknown to the end of the last.</summary>
    public static PinSearch For(PinRow pin, IEnumerable<AttemptRow> attempts)
    {
        var unknown = attempts.Where(a => a.Outcome == AttemptOutcome.Unknown).ToList();
        var from = unknown.Min(a => a.StartedAt) - Margin;
        return new PinSearch(
            pin.BoardId,
            pin.BoardSectionId,
            PinFingerprint.Of(pin),
            LinkMarker.In(LinkMarker.Sent(pin)),
            from,
            unknown.Max(a => a.EndedAt ?? a.StartedAt) + Margin,
            unknown.TrueForAll(a => a.ClockConfirmed) ? from : DateTimeOffset.MinValue)
        { AdAccountId = pin.AdAccountId };
    }
}
