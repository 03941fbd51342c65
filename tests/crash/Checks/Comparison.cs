namespace Connector.Crash.Checks;

/// <summary>A pin that was answered with 2xx.</summary>
internal sealed record AcceptedPin(string Title, string Id);

/// <summary>A pin as the sidecar shows it.</summary>
internal sealed record ShownPin(string Id, string? Title, string Status, string? PinterestPinId, string? WaitingFor);

/// <summary>A pin that is on Pinterest.</summary>
internal sealed record PinThere(string Id, string? Title);

/// <summary>Compares the accepted pins with what became of them, after the queue is empty. Every pin has a title of its own.</summary>
internal static class Comparison
{
    public static Findings Of(IEnumerable<AcceptedPin> accepted, IReadOnlyList<ShownPin> shown, IReadOnlyList<PinThere> there)
    {
        var byId = shown.ToDictionary(pin => pin.Id);
        var onPinterest = there.ToLookup(pin => pin.Title);
        var promised = accepted.ToList();

        var lost = promised
            .Where(pin => !byId.TryGetValue(pin.Id, out var found) || found.Title != pin.Title)
            .Select(pin => $"lost: {pin.Id} \"{pin.Title}\" was accepted and is not there.");
        var doubled = onPinterest
            .Where(pins => pins.Count() > 1)
            .Select(pins => $"duplicated: \"{pins.Key}\" is on Pinterest {pins.Count()} times.");
        return new Findings
        {
            Accepted = promised.Count,
            Published = shown.Count(pin => pin.Status == "published"),
            Unconfirmed = shown.Count(pin => pin.Status == "unconfirmed"),
            UnconfirmedThere = shown.Count(pin => pin.Status == "unconfirmed" && onPinterest.Contains(pin.Title)),
            Lost = [.. lost],
            Duplicated = [.. doubled],
            Wrong = [.. Wrong(shown, there, onPinterest), .. AcceptedTwice(shown), .. Strangers(shown, there)],
        };
    }

    /// <summary>Pins that are not final and do not say what they wait for.</summary>
    public static IEnumerable<string> WithoutReason(IEnumerable<ShownPin> shown) =>
        shown
            .Where(pin => pin.WaitingFor is null && !IsFinal(pin.Status))
            .Select(pin => $"no reason: {Describe(pin)} does not say what it waits for.");

    private static IEnumerable<string> Wrong(
        IReadOnlyList<ShownPin> shown, IReadOnlyList<PinThere> there, ILookup<string?, PinThere> onPinterest)
    {
        var byId = there.ToDictionary(pin => pin.Id);
        foreach (var pin in shown)
        {
            if (pin.Status == "published")
            {
                if (!byId.TryGetValue(pin.PinterestPinId!, out var found))
                    yield return $"untrue: {Describe(pin)} is said to be {pin.PinterestPinId}, which is not on Pinterest.";
                else if (found.Title != pin.Title)
                    yield return $"untrue: {Describe(pin)} is said to be {pin.PinterestPinId}, which is \"{found.Title}\".";
            }
            else if (!IsFinal(pin.Status))
            {
                yield return $"stuck: {Describe(pin)} waits for {pin.WaitingFor ?? "a reason it does not say"}.";
            }
            else if (pin.Status == "unconfirmed")
            {
                // Says that it may be there or not, and so cannot be wrong.
            }
            else
            {
                var also = onPinterest.Contains(pin.Title) ? "; it is on Pinterest" : "";
                yield return $"wrong: {Describe(pin)}, and no fault that was ordered refuses a pin for good{also}.";
            }
        }
    }

    private static IEnumerable<string> AcceptedTwice(IReadOnlyList<ShownPin> shown) =>
        shown
            .GroupBy(pin => pin.Title)
            .Where(pins => pins.Count() > 1)
            .Select(pins => $"accepted twice: \"{pins.Key}\" is {string.Join(" and ", pins.Select(pin => pin.Id))}, for one key.");

    private static IEnumerable<string> Strangers(IReadOnlyList<ShownPin> shown, IReadOnlyList<PinThere> there) =>
        there
            .Select(pin => pin.Title)
            .Except(shown.Select(pin => pin.Title))
            .Select(title => $"stranger: \"{title}\" is on Pinterest and no pin of ours.");

    private static bool IsFinal(string status) => status is "published" or "failed" or "unconfirmed" or "canceled";

    private static string Describe(ShownPin pin) => $"{pin.Id} \"{pin.Title}\" ({pin.Status})";
}
