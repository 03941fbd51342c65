using Connector.Http;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Connector.Pins;

/// <summary>How many pins were approved or rejected (done), and how many were not; items are in the order of the request.</summary>
public sealed record DecidedPins(int Done, int Failed, IReadOnlyList<PinOutcome> Items)
{
    internal static DecidedPins Of(IReadOnlyList<DecidedPin> decided, Func<PinRow, Pin> show, HttpContext http)
    {
        var items = decided.Select((each, index) => Item(index, each, show, http)).ToList();
        var failed = items.Count(item => item.Problem is not null);
        return new DecidedPins(items.Count - failed, failed, items);
    }

    private static PinOutcome Item(int index, DecidedPin decided, Func<PinRow, Pin> show, HttpContext http) => decided.Row is { } row
        ? new(index, decided.Id, "done", show(row), null)
        : new(index, decided.Id, "failed", null, ProblemJson.Details(decided.Problem!, http));
}

/// <summary>
/// What became of one of them: done, with the pin as it is now, or failed, with the problem that the operation on this pin alone would have
/// answered.
/// </summary>
public sealed record PinOutcome(
    int Index,
    string Id,
    [property: OneOf("OutcomeStatus", "done", "failed")] string Status,
    Pin? Pin,
    ProblemDetails? Problem);
