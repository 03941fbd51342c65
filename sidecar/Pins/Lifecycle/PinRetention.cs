using System.ComponentModel.DataAnnotations;
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

/// <summary>How long final pins are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class PinRetentionOptions
{
    public const string Section = "Connector:Retention";

    /// <summary>At least a day: limits count calls for up to a day, and attempts must not be forgotten before.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Pins { get; set; } = TimeSpan.FromDays(90);
}
