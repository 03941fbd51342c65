using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Webhooks.Events;

/// <summary>Deletes old events with their deliveries, once an hour.</summary>
internal sealed class EventRetention(
    EventStore events, IOptions<EventRetentionOptions> options, TimeProvider clock, ILogger<EventRetention> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    // Small batches, so that other writes never wait long.
    private const int Batch = 500;

    public override async Task RunOnceAsync(CancellationToken cancellation)
    {
        var before = Clock.GetUtcNow() - options.Value.Events;
        while (!cancellation.IsCancellationRequested && await events.ForgetOlderAsync(before, Batch) == Batch)
        {
        }
    }
}

/// <summary>How long events are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class EventRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = Section + ":Events must be at least one day (1.00:00:00).")]
    public TimeSpan Events { get; set; } = TimeSpan.FromDays(30);
}
