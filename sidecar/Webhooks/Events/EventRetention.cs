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
