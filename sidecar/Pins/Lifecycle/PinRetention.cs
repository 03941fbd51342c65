using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Pins.Lifecycle;

/// <summary>Deletes pins that have been final for long, with their idempotency keys, once an hour.</summary>
internal sealed class PinRetention(
    PinStore pins, IOptions<PinRetentionOptions> options, TimeProvider clock, ILogger<PinRetention> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    // Small batches, so that accepting pins never waits long.
    private const int Batch = 500;

    public override async Task RunOnceAsync(CancellationToken cancellation)
    {
        var before = Clock.GetUtcNow() - options.Value.Pins;
        while (!cancellation.IsCancellationRequested && await pins.ForgetOlderAsync(before, Batch) == Batch)
        {
        }
    }
}

/// <summary>How long final pins are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class PinRetentionOptions
{
    public const string Section = "Connector:Retention";

    /// <summary>At least a day: limits count calls for up to a day, and attempts must not be forgotten before.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = Section + ":Pins must be at least one day (1.00:00:00).")]
    public TimeSpan Pins { get; set; } = TimeSpan.FromDays(90);
}
