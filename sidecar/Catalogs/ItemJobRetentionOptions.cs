using System.ComponentModel.DataAnnotations;

namespace Connector.Catalogs;

/// <summary>How long jobs of items are kept after they ended: section <c>Connector:Retention</c>.</summary>
internal sealed class ItemJobRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ItemJobs { get; set; } = TimeSpan.FromDays(30);
}
