using System.ComponentModel;
using System.Globalization;
using Connector.Http;
using Connector.Imports.Store;
using FastEndpoints;

namespace Connector.Imports;

/// <summary>Which import's rows, and which page of them.</summary>
public sealed record ListImportResultsCall : PageCall
{
    [RouteParam]
    public string Id { get; init; } = "";

    [QueryParam, Description("Only rows of which that became."), OneOf(typeof(ResultStatus))]
    public string? Status { get; init; }
}

/// <summary>What became of a row; of one with several pins there are several results.</summary>
public sealed record ImportResult
{
    /// <summary>Counts the results of an import.</summary>
    public required long Number { get; init; }
    /// <summary>The line of a table, whose first one has the names of columns; the number of the item in other files.</summary>
    public required long Row { get; init; }
    /// <summary>The row's own key, such as its sku.</summary>
    public string? Key { get; init; }
    [OneOf(typeof(ResultStatus))]
    public required string Status { get; init; }
    public string? PinId { get; init; }
    /// <summary>What is wrong with it, or why it was skipped.</summary>
    public ImportProblem? Problem { get; init; }
    /// <summary>What could do better.</summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];
    /// <summary>In a dry run: the pin that it would become.</summary>
    public ImportedPin? Pin { get; init; }
    /// <summary>In a dry run: when that pin would go out.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    internal static ImportResult From(ResultRow row)
    {
        var details = ResultDetails.Read(row.Details);
        return new ImportResult
        {
            Number = row.Number,
            Row = row.RowNumber,
            Key = row.ItemKey,
            Status = row.Status,
            PinId = row.PinId,
            Problem = details.Problem,
            Warnings = details.Warnings ?? [],
            Pin = details.Pin,
            ExpectedAt = row.ExpectedAt,
        };
    }
}

/// <summary>GET /v1/imports/{id}/results</summary>
internal sealed class ListImportResults(ImportStore imports) : Operation<ListImportResultsCall, Page<ImportResult>>
{
    public override void Configure()
    {
        Get("/{id}/results");
        Group<ImportRoutes>();
        Policies(Scope.Read);
        Describe("List what became of each row, in the order of the file: its pin, or what is wrong with it.", 404);
    }

    public override Task<Page<ImportResult>> ExecuteAsync(ListImportResultsCall call, CancellationToken ct)
    {
        var after = 0L;
        if (call.Cursor is { } cursor && (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after) || after < 1))
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        if (call.Status is { } status && !ResultStatus.All.Contains(status))
            throw Problems.Invalid("status", $"must be {string.Join(", ", ResultStatus.All)}.");

        var rows = imports.Results(imports.Get(Caller, call.Id).Id, call.Status, after, call.Limit + 1);
        return Task.FromResult(Page<ImportResult>.Of(
            rows, call.Limit, row => row.Number.ToString(CultureInfo.InvariantCulture), ImportResult.From));
    }
}
