using System.ComponentModel;
using System.Globalization;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Reading;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which issues.</summary>
public sealed record ListFeedIssuesCall : CatalogPageCall
{
    [RouteParam, Description("Pinterest's id of the result.")]
    public string ResultId { get; init; } = "";

    [QueryParam, Description("Only those of these items: their places in the file, from 0 on, separated by commas.")]
    public string? ItemNumbers { get; init; }

    [QueryParam, Description("Only items with this issue: its code, such as TITLE_MISSING. Not together with item_numbers."), Text(100)]
    public string? Issue { get; init; }

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too."), OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}

/// <summary>Something that is wrong with one item of a feed.</summary>
public sealed record FeedIssue
{
    /// <summary>The item's own id, as the file has it; null when it has none.</summary>
    public string? ItemId { get; init; }
    /// <summary>Its place in the file; 0 is the first.</summary>
    public long? ItemNumber { get; init; }
    /// <summary>error: the item is not taken. warning: it is, with less.</summary>
    public required string Severity { get; init; }
    /// <summary>Pinterest's code.</summary>
    public required string Code { get; init; }
    /// <summary>Which of its attributes, in lower case.</summary>
    public string? Attribute { get; init; }
    /// <summary>What the file has there.</summary>
    public string? Value { get; init; }
    /// <summary>What to do about it.</summary>
    public required string WhatToDo { get; init; }
}

/// <summary>GET /v1/catalogs/results/{result_id}/issues</summary>
internal sealed class ListFeedIssues(CatalogCalls calls) : Operation<ListFeedIssuesCall, IResult>
{
    private const int MostNumbers = 100;

    public override void Configure()
    {
        Get("/results/{result_id}/issues");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe(
            "List what is wrong with items of a feed, a row for each issue, with what to do about it. limit counts items. Pinterest names "
                + "up to 20 items for each issue.");
        Description(route => route.AnswersWith<Page<FeedIssue>>());
    }

    public override async Task<IResult> ExecuteAsync(ListFeedIssuesCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var (id, which) = (CatalogId.OfResult(call.ResultId), Which(call));
        var answer = await calls.CallAsync(
            Caller, call, AccountCapabilities.FeedResults,
            (pinterest, session, token) => pinterest.ListFeedIssuesAsync(session, id, which, call.Cursor, call.Limit, token), ct);
        var items = CatalogCalls.Page(answer, item => item);
        var page = new Page<FeedIssue>([.. items.Items.SelectMany(FeedIssues.Of)], items.NextCursor);
        return TableAnswer.Of(
            page, page.Items, asCsv, ("item_id", row => row.ItemId), ("item_number", row => row.ItemNumber),
            ("severity", row => row.Severity), ("code", row => row.Code), ("attribute", row => row.Attribute),
            ("value", row => row.Value), ("what_to_do", row => row.WhatToDo));
    }

    private static FeedIssuesQuery Which(ListFeedIssuesCall call)
    {
        var issue = call.Issue?.Trim().ToUpperInvariant();
        if (issue is { } code && !code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            throw Problems.Invalid("issue", "must be a code of Pinterest's, such as TITLE_MISSING.");

        List<int> numbers = [];
        foreach (var text in (call.ItemNumbers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            numbers.Add(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Problems.Invalid("item_numbers", "must be numbers from 0 on, separated by commas."));
        if (numbers.Count > MostNumbers) throw Problems.Invalid("item_numbers", $"must be at most {MostNumbers}.");
        if (numbers.Count > 0 && issue is { Length: > 0 })
            throw Problems.Invalid("issue", "cannot be given together with item_numbers: Pinterest takes one of them.");
        return new FeedIssuesQuery(numbers, issue is { Length: > 0 } ? issue : null);
    }
}
