using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Webhooks;

namespace Connector.Pins;

/// <summary>Reads what happened with a pin; pins of accounts that the caller does not see are not found.</summary>
internal sealed class PinLife(PinStore pins, AttemptStore attempts, DeliveryStore deliveries, EventStore events)
{
    /// <summary>What was tried, the newest first.</summary>
    public IReadOnlyList<Attempt> Attempts(Caller caller, string id) => attempts.Of(pins.Get(caller, id).Id).ConvertAll(Attempt.From);

    /// <summary>Who was told about it, the newest first.</summary>
    public Page<Delivery> Deliveries(Caller caller, string id, int limit, string? cursor)
    {
        pins.Get(caller, id);
        if (cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = deliveries.OfPin(caller, id, limit + 1, cursor);
        return Page<Delivery>.Of(rows, limit, each => each.Id, each => each);
    }

    /// <summary>The events that were written about it, the oldest first.</summary>
    public IReadOnlyList<PinHappening> Events(Caller caller, string id) =>
        events.OfPin(pins.Get(caller, id).Id).ConvertAll(row => new PinHappening(row.Id, row.Type, row.CreatedAt));
}

/// <summary>An event about a pin, without the pin as it was then.</summary>
internal sealed record PinHappening(string EventId, string Type, DateTimeOffset At);
