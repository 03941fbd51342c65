namespace Connector.Catalogs;

/// <summary>What reports there are.</summary>
internal static class CatalogReportType
{
    /// <summary>What is wrong with the items of a feed.</summary>
    public const string FeedIssues = "feed_issues";

    /// <summary>Why items are not shown.</summary>
    public const string DistributionIssues = "distribution_issues";

    /// <summary>Every item; Pinterest lets selected shops have it.</summary>
    public const string AllItems = "all_items";

    internal static readonly IReadOnlyDictionary<string, string> AtPinterest = new Dictionary<string, string>
    {
        [FeedIssues] = "FEED_INGESTION_ISSUES",
        [DistributionIssues] = "DISTRIBUTION_ISSUES",
        [AllItems] = "ALL_ITEMS",
    };

    public static readonly IReadOnlyList<string> All = [FeedIssues, DistributionIssues, AllItems];
}
