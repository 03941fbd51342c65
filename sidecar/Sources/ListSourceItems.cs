using System.ComponentModel;
using System.Text;
using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Sources;

/// <summary>Which source's items, and which page of them.</summary>
public sealed record ListSourceItemsCall : PageCall
{
    [RouteParam]
    public string Id { get; init; } = "";

    [QueryParam, Description("Only items of which that became."), OneOf(typeof(SourceItemState))]
    public string? State { get; init; }
}

/// <summary>GET /v1/sources/{id}/items</summary>
internal sealed class ListSourceItems(SourceActions sources) : Operation<ListSourceItemsCall, Page<SourceItem>>
{
    public override void Configure()
    {
        Get("/{id}/items");
        Group<SourceRoutes>();
        Policies(Scope.Read);
        Describe("List the items of a source by their keys, each with its pin or with what is wrong with it.", 404);
    }

    public override Task<Page<SourceItem>> ExecuteAsync(ListSourceItemsCall call, CancellationToken ct)
    {
        if (call.State is { } state && !SourceItemState.All.Contains(state))
            throw Problems.Invalid("state", $"must be {string.Join(", ", SourceItemState.All)}.");

        var rows = sources.Items(Caller, call.Id, call.State, call.Cursor is { } cursor ? KeyOf(cursor) : "", call.Limit + 1);
        return Task.FromResult(Page<SourceItem>.Of(
            rows, call.Limit, row => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(row.Key)), SourceItem.From));
    }

    // A key may be any text, so that a cursor is not one as it is.
    private static string KeyOf(string cursor)
    {
        try
        {
            var key = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WebEncoders.Base64UrlDecode(cursor));
            if (key.Length > 0 && !key.Contains('\0', StringComparison.Ordinal)) return key;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            // As for every text that is no cursor.
        }

        throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
    }
}
