using System.ComponentModel.DataAnnotations;

namespace Connector.Assets;

/// <summary>Whether pictures that Pinterest does not take are converted, and how: section <c>Connector:Images</c>.</summary>
internal sealed class ImageOptions
{
    public const string Section = "Connector:Images";

    /// <summary>Off, such a picture is refused, for every account.</summary>
    public bool Convert { get; set; } = true;

    /// <summary>The largest picture that is taken to be converted.</summary>
    [Range(1, 1024L * 1024 * 1024)]
    public long InputBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many are converted at once; each takes one processor.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;

    /// <summary>How many more wait for their turn before others are refused.</summary>
    [Range(0, 10_000)]
    public int Waiting { get; set; } = 50;

    /// <summary>How long one may take before its process is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How much memory one may take; the system holds it to that on Linux.</summary>
    [Range(256L * 1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long MemoryBytes { get; set; } = 1024 * 1024 * 1024;

    /// <summary>The most pixels that a picture may have after it was converted: 2000 × 3000, twice what Pinterest recommends.</summary>
    [Range(1_000_000, 100_000_000)]
    public int Pixels { get; set; } = 6_000_000;
}
