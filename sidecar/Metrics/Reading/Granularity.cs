namespace Connector.Metrics.Reading;

/// <summary>Whether rows are of a day or of the whole range.</summary>
internal static class Granularity
{
    public const string Day = "day";
    public const string Total = "total";
}
