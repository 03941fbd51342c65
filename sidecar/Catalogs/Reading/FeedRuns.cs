using Connector.Pinterest;

namespace Connector.Catalogs.Reading;

/// <summary>Reads how processings of a feed went.</summary>
internal static class FeedRuns
{
    public static FeedRun Of(FeedResult result) => new()
    {
        ResultId = result.Id,
        Status = result.Status?.ToLowerInvariant(),
        StartedAt = result.CreatedAt,
        UpdatedAt = result.UpdatedAt,
        Products = result.ProductCounts?.Original,
        Ingested = result.ProductCounts?.Ingested,
        Findings =
        [
            .. Found("error", result.ValidationDetails?.Errors, result.IngestionDetails?.Errors),
            .. Found("warning", result.ValidationDetails?.Warnings, result.IngestionDetails?.Warnings),
        ],
    };

    /// <summary>A line for each finding; a processing without one has a line too.</summary>
    public static IEnumerable<(FeedRun Run, FeedFinding? Found)> Lines(IEnumerable<FeedRun> runs) =>
        runs.SelectMany(run => run.Findings.Cast<FeedFinding?>().DefaultIfEmpty(), (run, found) => (run, found));

    // A code that counts 0 was not found.
    private static IEnumerable<FeedFinding> Found(string severity, params Dictionary<string, long?>?[] counts) => counts
        .SelectMany(each => each ?? [])
        .Where(count => count.Value is not 0)
        .OrderByDescending(count => count.Value)
        .Select(count => new FeedFinding(severity, count.Key, count.Value, IssueAdvice.Of(count.Key)));
}
