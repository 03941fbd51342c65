using Connector.Pinterest;

namespace Connector.Catalogs.Reading;

/// <summary>Flattens what is wrong with an item: a row for each issue, errors first.</summary>
internal static class FeedIssues
{
    public static IEnumerable<FeedIssue> Of(FeedItemIssues item) =>
        Rows(item, "error", item.Errors).Concat(Rows(item, "warning", item.Warnings));

    // Codes that an item does not have may come as null.
    private static IEnumerable<FeedIssue> Rows(FeedItemIssues item, string severity, Dictionary<string, FeedItemIssue?> issues) =>
        from issue in issues
        where issue.Value is not null
        select new FeedIssue
        {
            ItemId = item.ItemId,
            ItemNumber = item.ItemNumber,
            Severity = severity,
            Code = issue.Key,
            Attribute = issue.Value.AttributeName?.ToLowerInvariant(),
            Value = issue.Value.ProvidedValue,
            WhatToDo = IssueAdvice.Of(issue.Key),
        };
}
