using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Pins.Lifecycle;

/// <summary>Deletes pins that have been final for long, with their idempotency keys.</summary>
internal sealed class PinRetention(
    PinStore pins, IOptions<PinRetentionOptions> options, TimeProvider clock, ILogger<PinRetention> logger) : RetentionWorker(clock, logger)
{
    protected override TimeSpan Retention => options.Value.Pins;

    protected override Task<int> DeleteOlderAsync(DateTimeOffset before, int batch) => pins.ForgetOlderAsync(before, batch);
}
