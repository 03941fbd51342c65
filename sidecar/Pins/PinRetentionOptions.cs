using System.ComponentModel.DataAnnotations;

namespace Connector.Pins;

/// <summary>How long final pins are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class PinRetentionOptions
{
    public const string Section = "Connector:Retention";

    /// <summary>At least a day: limits count calls for up to a day, and attempts must not be forgotten before.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Pins { get; set; } = TimeSpan.FromDays(90);
}
