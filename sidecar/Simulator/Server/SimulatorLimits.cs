using System.ComponentModel.DataAnnotations;
using Connector.Pinterest;

namespace Connector.Simulator.Server;

/// <summary>How much may be called, by Pinterest's published numbers unless set otherwise.</summary>
/// <remarks>https://developers.pinterest.com/docs/reference/rate-limits/</remarks>
internal sealed record SimulatorLimits
{
    public AccessTier Tier { get; init; } = AccessTier.Standard;

    [Range(1, int.MaxValue)]
    public int? OrgReadPerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? OrgWritePerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? OrgAnalyticsPerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? AdsReadPerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? TrendsReadPerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? CatalogsReadPerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? CatalogsWritePerMinute { get; init; }

    [Range(1, int.MaxValue)]
    public int? PerSecond { get; init; }

    [Range(1, int.MaxValue)]
    public int? CallsPerDay { get; init; }

    [Range(1, int.MaxValue)]
    public int? OrgWritePerDay { get; init; }

    /// <summary>Standard counts per user of an app, Trial per app and day.</summary>
    public IEnumerable<LimitWindow> Of(string accountId, string appId, RateCategory category)
    {
        var name = category.WireName();
        var second = TimeSpan.FromSeconds(1);
        var day = TimeSpan.FromDays(1);
        yield return new($"{accountId}/second", PerSecond ?? 100, second, "safety_net_app_id_user_id");
        if (Tier == AccessTier.Standard)
        {
            yield return new($"{accountId}/{name}", PerMinute(category), TimeSpan.FromMinutes(1), $"{name}_app_id_user_id");
            yield break;
        }

        yield return new($"app {appId}/day", CallsPerDay ?? 1000, day, "universal_app_id");
        if (category == RateCategory.OrgWrite)
            yield return new($"app {appId}/{name}", OrgWritePerDay ?? 300, day, $"{name}_app_id");
    }

    private int PerMinute(RateCategory category) => category switch
    {
        RateCategory.OrgWrite => OrgWritePerMinute ?? 100,
        RateCategory.OrgAnalytics => OrgAnalyticsPerMinute ?? 60,
        RateCategory.TrendsRead => TrendsReadPerMinute ?? 60,
        RateCategory.CatalogsRead => CatalogsReadPerMinute ?? 1000,
        RateCategory.CatalogsWrite => CatalogsWritePerMinute ?? 300,
        RateCategory.AdsRead => AdsReadPerMinute ?? 1000,
        _ => OrgReadPerMinute ?? 1000,
    };
}

/// <summary>At most so many calls in any window of this length, counted under one key.</summary>
internal sealed record LimitWindow(string Key, int Limit, TimeSpan Length, string Name);
