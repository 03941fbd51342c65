using Connector.Pins;

namespace Connector.Console.Pages.Life;

/// <summary>Tells the life of a pin in the order of time.</summary>
internal static class Moments
{
    public static IReadOnlyList<Moment> Of(Pin pin, IReadOnlyList<Attempt> attempts, IReadOnlyList<PinHappening> events)
    {
        List<Moment> all =
        [
            new(pin.CreatedAt, "Accepted", pin.ChosenBy is { } who ? $"Chosen by {who}." : null) { Evidence = Key(pin) },
            .. Approved(pin),
            .. attempts.Reverse().SelectMany(Of),
            .. events.Select(happened => new Moment(happened.At, $"Event {happened.Type}") { Evidence = [("event", happened.EventId)] }),
        ];
        // What happened at the same time stays in this order.
        return [.. all.OrderBy(moment => moment.At)];
    }

    private static IReadOnlyList<(string, string)> Key(Pin pin) =>
        pin.IdempotencyKey is { } key ? [("idempotency key", key)] : [];

    private static IEnumerable<Moment> Approved(Pin pin)
    {
        if (pin.ApprovedAt is { } at) yield return new(at, $"Approved by {pin.ApprovedBy}");
    }

    private static IEnumerable<Moment> Of(Attempt attempt)
    {
        yield return new(attempt.StartedAt, $"Attempt {attempt.Number}", Outcome(attempt)) { Evidence = [.. Evidence(attempt)] };
        foreach (var look in attempt.Looks ?? [])
            yield return new(look.At, $"Looked at the board: {look.Result.Replace('_', ' ')}", look.Note)
            {
                Evidence =
                [
                    ("read", $"{Count(look.PinsSeen, "pin")} on {Count(look.Pages, "page")}"),
                    .. look.Candidates.Select(one => ($"matched by {one.MatchedBy}", one.PinterestPinId)),
                ],
            };
        if (attempt is { Conclusion: { } conclusion, Outcome: "unknown" })
            yield return new(LastLook(attempt), $"Reconciled: {conclusion}", Meaning(conclusion));
    }

    private static DateTimeOffset LastLook(Attempt attempt) =>
        attempt.Looks is { Count: > 0 } looks ? looks.Max(look => look.At) : attempt.EndedAt ?? attempt.StartedAt;

    private static string Outcome(Attempt attempt)
    {
        var what = attempt.Outcome switch
        {
            "accepted" => "Pinterest created the pin.",
            "refused" => "Pinterest answered, and did not create it.",
            "not_sent" => "The request never left.",
            "unknown" => "Nobody can say whether Pinterest created it.",
            _ => "It is under way.",
        };
        return attempt.Message is { } message ? $"{what} {message}" : what;
    }

    private static IEnumerable<(string, string)> Evidence(Attempt attempt)
    {
        if (attempt.EndedAt is { } end) yield return ("took", $"{(end - attempt.StartedAt).TotalSeconds:0.0} s");
        if (attempt.HttpStatus is { } status) yield return ("HTTP status", $"{status}");
        if (attempt.PinterestCode is { } code) yield return ("Pinterest's code", $"{code}");
        if (attempt.PinterestRequestId is { } request) yield return ("Pinterest's request id", request);
        if (attempt.PinterestPinId is { } id) yield return ("Pinterest's pin id", id);
    }

    private static string? Meaning(string conclusion) => conclusion switch
    {
        "found" => "It is on its board.",
        "absent" => "It is not on its board, so it was sent again.",
        "undecided" => "The looks could not tell; somebody has to.",
        "resolved" => "Somebody said what it was.",
        _ => null,
    };

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";
}
