using System.ComponentModel;
using System.Globalization;
using Connector.Catalogs.Items;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which job's items, and which page of them.</summary>
public sealed record ListItemResultsCall : PageCall
{
    [RouteParam]
    public string Id { get; init; } = "";

    [QueryParam, Description("Only items of which that became."), OneOf(typeof(ItemResultStatus))]
    public string? Status { get; init; }

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too."), OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}

/// <summary>What became of an item.</summary>
public sealed record ItemResult
{
    /// <summary>Counts the items of a job, in the order in which they were given.</summary>
    public required long Number { get; init; }
    public required string ItemId { get; init; }
    [OneOf(typeof(ItemResultStatus))]
    public required string Status { get; init; }
    /// <summary>Why it failed, or why that cannot be known.</summary>
    public required IReadOnlyList<ItemMessage> Errors { get; init; }
    /// <summary>What could be better.</summary>
    public required IReadOnlyList<ItemMessage> Warnings { get; init; }
    /// <summary>What to do about its errors; null when nothing is.</summary>
    public string? WhatToDo { get; init; }

    internal static ItemResult From(ItemResultRow row)
    {
        var details = ItemDetails.Read(row.Details);
        return new ItemResult
        {
            Number = row.Number,
            ItemId = row.ItemId,
            Status = row.Status,
            Errors = details.Errors ?? [],
            Warnings = details.Warnings ?? [],
            WhatToDo = details.WhatToDo ?? (row.Status switch
            {
                ItemResultStatus.Failed => "Correct what errors name, and send the item again.",
                ItemResultStatus.NotSent => "Correct what the job's error_message says, and send the item again.",
                _ => null,
            }),
        };
    }
}

/// <summary>GET /v1/catalogs/items/{id}/results</summary>
internal sealed class ListItemResults(ItemJobStore jobs) : Operation<ListItemResultsCall, IResult>
{
    public override void Configure()
    {
        Get("/items/{id}/results");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List what became of each item of a job, in the order in which they were given.", 404);
        Description(route => route.AnswersWith<Page<ItemResult>>());
    }

    public override Task<IResult> ExecuteAsync(ListItemResultsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var after = 0L;
        if (call.Cursor is { } cursor && (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after) || after < 1))
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        if (call.Status is { } status && !ItemResultStatus.All.Contains(status))
            throw Problems.Invalid("status", $"must be {string.Join(", ", ItemResultStatus.All)}.");

        var rows = jobs.Results(jobs.Get(Caller, call.Id).Id, call.Status, after, call.Limit + 1);
        var page = Page<ItemResult>.Of(rows, call.Limit, row => row.Number.ToString(CultureInfo.InvariantCulture), ItemResult.From);
        return Task.FromResult(TableAnswer.Of(
            page, page.Items, asCsv, ("number", row => row.Number), ("item_id", row => row.ItemId), ("status", row => row.Status),
            ("errors", row => Text(row.Errors)), ("warnings", row => Text(row.Warnings)), ("what_to_do", row => row.WhatToDo)));
    }

    private static string Text(IEnumerable<ItemMessage> messages) => string.Join(
        "; ", messages.Select(each => each.Attribute is { } attribute ? $"{attribute}: {each.Message}" : each.Message));
}
