namespace Connector.Pacing;

/// <summary>Pins whose pace was taken and that the database does not know yet: a cadence that is read anew has to count them too.</summary>
/// <remarks>Not thread-safe; <see cref="PaceLedger"/> holds the lock.</remarks>
internal sealed class ChosenPins
{
    private readonly Dictionary<string, List<ChosenPin>> _chosen = [];

    public IReadOnlyList<ChosenPin> Of(string accountId) => _chosen.TryGetValue(accountId, out var pins) ? pins : [];

    public void Add(string accountId, ChosenPin pin)
    {
        if (!_chosen.TryGetValue(accountId, out var pins)) _chosen[accountId] = pins = [];
        pins.Add(pin);
    }

    public void Remove(string accountId, ChosenPin pin)
    {
        if (_chosen.TryGetValue(accountId, out var pins)) pins.Remove(pin);
    }
}

/// <summary>A pin whose pace was taken at that time.</summary>
internal readonly record struct ChosenPin(PacedPin Pin, DateTimeOffset At)
{
    /// <summary>Whether the rules of boards, links and domains count that pin as this one.</summary>
    public bool CountsLike(PacedPin other) =>
        (Pin.BoardId, Pin.LinkUrl, Pin.LinkDomain) == (other.BoardId, other.LinkUrl, other.LinkDomain);
}
