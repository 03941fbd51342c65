using System.ComponentModel.DataAnnotations;

namespace Connector.Assets;

/// <summary>How large files may be and how long they stay: section <c>Connector:Assets</c>.</summary>
internal sealed class AssetOptions
{
    public const string Section = "Connector:Assets", Folder = "folder", S3Store = "s3";

    /// <summary>One of <see cref="Folder"/>, in the data directory, and <see cref="S3Store"/>.</summary>
    [KnownStore]
    public string Store { get; set; } = Folder;

    public S3StoreOptions S3 { get; set; } = new();

    /// <summary>All files together.</summary>
    [Range(1, long.MaxValue)]
    public long QuotaBytes { get; set; } = 10L * 1024 * 1024 * 1024;

    /// <summary>How long a file stays after it came, or after the last pin that needed it has ended.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The largest image. Pinterest says 20 MB for uploads by hand and nothing about its API:
    /// https://help.pinterest.com/en/business/article/pinterest-product-specs
    /// </summary>
    [Range(1, long.MaxValue)]
    public long ImageBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>The largest video, as Pinterest says there.</summary>
    [Range(1, long.MaxValue)]
    public long VideoBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How long fetching a file from a URL may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a caller who gives or checks a pin waits while its file is fetched.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public long LimitOf(string kind) => kind == MediaKind.Image ? ImageBytes : VideoBytes;
}
