using System.ComponentModel.DataAnnotations;

namespace Connector.Sources;

/// <summary>How sources are watched: section <c>Connector:Sources</c>.</summary>
internal sealed class SourceOptions
{
    public const string Section = "Connector:Sources";

    /// <summary>The most sources of an account.</summary>
    [Range(1, 10_000)]
    public int PerAccount { get; set; } = 100;

    /// <summary>How long fetching one file may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many sources are read at the same time.</summary>
    [Range(1, 32)]
    public int AtOnce { get; set; } = 2;
}
