using System.ComponentModel.DataAnnotations;

namespace Connector.Imports;

/// <summary>How large files of products may be: section <c>Connector:Imports</c>.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Connector:Imports";

    /// <summary>The largest file, unpacked.</summary>
    [Range(1, int.MaxValue)]
    public long FileBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>The most rows of a file; what comes after them is not read.</summary>
    [Range(1, 10_000_000)]
    public long Rows { get; set; } = 500_000;

    /// <summary>How long fetching a file from a URL may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many imports are worked at the same time.</summary>
    [Range(1, 32)]
    public int AtOnce { get; set; } = 2;
}
