using System.ComponentModel.DataAnnotations;

namespace Connector.Pacing;

/// <summary>
/// Pinterest's limits may change without notice, so every published number can be replaced: section <c>Connector:Pacing</c>.
/// </summary>
internal sealed class PacingOptions
{
    public const string Section = "Connector:Pacing", Trial = "trial", Standard = "standard";

    /// <summary><c>trial</c> or <c>standard</c>; comes from <c>Connector:Pinterest:AccessTier</c>.</summary>
    public string Tier { get; internal set; } = Standard;

    /// <summary>How many boards of an account are published to at once, one pin at a time each.</summary>
    [Range(1, 100)]
    public int BoardsAtOnce { get; set; } = 4;

    /// <summary>The app of the settings, whose tier <see cref="Tier"/> is; comes from <c>Connector:Pinterest:AppId</c>.</summary>
    public string? AppId { get; internal set; }

    /// <summary>Replaces the number of <c>org_write</c> calls (creating pins) in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? OrgWrite { get; set; }

    /// <summary>Replaces the number of <c>org_read</c> calls in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? OrgRead { get; set; }

    /// <summary>Replaces the number of <c>org_analytics</c> calls in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? OrgAnalytics { get; set; }

    /// <summary>Replaces the number of <c>ads_read</c> calls (keywords, audiences) in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? AdsRead { get; set; }

    /// <summary>Replaces the number of <c>trends_read</c> calls in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? TrendsRead { get; set; }

    /// <summary>Replaces the number of <c>catalogs_read</c> calls in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? CatalogsRead { get; set; }

    /// <summary>Replaces the number of <c>catalogs_write</c> calls in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? CatalogsWrite { get; set; }

    /// <summary>Replaces the number of all calls together in the tier's window.</summary>
    [Range(1, 1_000_000_000)]
    public int? Universal { get; set; }
}
