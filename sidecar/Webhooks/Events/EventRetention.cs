using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Webhooks.Events;

/// <summary>Deletes old events with their deliveries.</summary>
internal sealed class EventRetention(
    EventStore events, IOptions<EventRetentionOptions> options, TimeProvider clock, ILogger<EventRetention> logger)
    : RetentionWorker(clock, logger)
{
    protected override TimeSpan Retention => options.Value.Events;

    protected override Task<int> DeleteOlderAsync(DateTimeOffset before, int batch) => events.ForgetOlderAsync(before, batch);
}

/// <summary>How long events are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class EventRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Events { get; set; } = TimeSpan.FromDays(30);
}
