using System.ComponentModel;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Reading;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which feed's results.</summary>
public sealed record ListFeedResultsCall : CatalogPageCall
{
    [RouteParam, Description("Pinterest's id of the feed.")]
    public string FeedId { get; init; } = "";

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too."), OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}

/// <summary>GET /v1/catalogs/feeds/{feed_id}/results</summary>
internal sealed class ListFeedResults(CatalogCalls calls) : Operation<ListFeedResultsCall, IResult>
{
    public override void Configure()
    {
        Get("/feeds/{feed_id}/results");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe(
            "List how the processings of a feed went, newest first: how many products were taken, what is wrong, and what to do about it. "
                + "As CSV each line is one finding. Pinterest keeps only the last ones.");
        Description(route => route.AnswersWith<Page<FeedRun>>());
    }

    public override async Task<IResult> ExecuteAsync(ListFeedResultsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var id = CatalogId.OfFeed(call.FeedId);
        var answer = await calls.CallAsync(
            Caller, call, AccountCapabilities.FeedResults,
            (pinterest, session, token) => pinterest.ListFeedResultsAsync(session, id, call.Cursor, call.Limit, token), ct);
        var page = CatalogCalls.Page(answer, FeedRuns.Of);
        page = page with { Items = [.. page.Items.OrderByDescending(run => run.StartedAt)] };
        return TableAnswer.Of(
            page, FeedRuns.Lines(page.Items), asCsv, ("result_id", line => line.Run.ResultId), ("status", line => line.Run.Status),
            ("started_at", line => line.Run.StartedAt?.ToString("O")), ("products", line => line.Run.Products),
            ("ingested", line => line.Run.Ingested), ("severity", line => line.Found?.Severity), ("code", line => line.Found?.Code),
            ("items", line => line.Found?.Items), ("what_to_do", line => line.Found?.WhatToDo));
    }
}
