using Connector.Pins;

namespace Connector.Publishing;

/// <summary>The pin that is looked for on a board: what it says, its marker, and when it can have been created.</summary>
internal sealed record Sought(string BoardId, string? SectionId, Fingerprint Fingerprint, string? Marker, DateTimeOffset From, DateTimeOffset To)
{
    // Pinterest's clock is not ours, and it writes times without fractions.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>From the first attempt whose outcome is unknown to the end of the last.</summary>
    public static Sought For(PinRow pin, IEnumerable<AttemptRow> attempts)
    {
        var unknown = attempts.Where(a => a.Outcome == Outcome.Unknown).ToList();
        return new Sought(
            pin.BoardId,
            pin.BoardSectionId,
            Fingerprint.Of(pin),
            LinkMarker.In(LinkMarker.Sent(pin)),
            unknown.Min(a => a.StartedAt) - Margin,
            unknown.Max(a => a.EndedAt ?? a.StartedAt) + Margin);
    }
}
