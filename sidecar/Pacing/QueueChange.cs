namespace Connector.Pacing;

/// <summary>A queue under its settings as they are, and under others.</summary>
/// <param name="Waiting">How many pins wait.</param>
/// <param name="Counted">How many of them were simulated: the first ones.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Rules">Which rules would decide when pins go, the one of most pins first.</param>
public sealed record QueueChange(int Waiting, int Counted, QueueOutlook Before, QueueOutlook After, IReadOnlyList<RuleShare> Rules);

/// <summary>For how many pins a rule decides.</summary>
public sealed record RuleShare(string Rule, int Pins);

/// <summary>How many pins are expected to go out by when, and the last of them; null when none waits.</summary>
public sealed record QueueOutlook(int WithinDay, int WithinWeek, int WithinMonth, int Later, DateTimeOffset? LastAt)
{
    internal static QueueOutlook Of(IEnumerable<Expected> pins, DateTimeOffset now)
    {
        var times = pins.Select(pin => pin.At).ToList();
        var (day, week, month) = (Within(1), Within(7), Within(30));
        return new QueueOutlook(day, week - day, month - week, times.Count - month, times.Count > 0 ? times.Max() : null);

        int Within(int days) => times.Count(at => at <= now.AddDays(days));
    }
}
