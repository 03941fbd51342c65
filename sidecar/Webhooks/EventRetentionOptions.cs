using System.ComponentModel.DataAnnotations;

namespace Connector.Webhooks;

/// <summary>How long events are kept: section <c>Connector:Retention</c>.</summary>
internal sealed class EventRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Events { get; set; } = TimeSpan.FromDays(30);
}
