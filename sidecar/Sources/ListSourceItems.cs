using System.ComponentModel;
using Connector.Http;
using FastEndpoints;

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

        return Task.FromResult(sources.Items(Caller, call.Id, call.State, call.Limit, call.Cursor));
    }
}
