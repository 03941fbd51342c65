using Connector.Accounts;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>A pin whose numbers are asked for; one with a status already has none.</summary>
internal sealed record PinTarget(string? PinId, string? PinterestPinId, AccountRow? Account, Measured Media, string? Status = null)
{
    /// <summary>The ad account in whose owner's name the pin was published.</summary>
    public string? AdAccountId { get; init; }
}

/// <summary>What was read about a pin: numbers, or why there are none.</summary>
internal sealed record PinReading(MetricSet? Numbers, string? Status, Exception? Refusal = null);
