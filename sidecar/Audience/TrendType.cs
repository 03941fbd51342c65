using Connector.Pinterest;

namespace Connector.Audience;

/// <summary>How keywords trend.</summary>
internal static class TrendType
{
    public const string Usual = "growing";

    public static readonly IReadOnlyList<string> All = TrendValues.Types;
}

/// <summary>Whether rows are of a keyword or of each of its weeks.</summary>
internal static class TrendGranularity
{
    public const string Total = "total";
    public const string Week = "week";

    public static readonly IReadOnlyList<string> All = [Total, Week];
}
