using Connector.Accounts;
using Connector.Catalogs.Items;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Whose jobs of items, and which page of them.</summary>
public sealed record ListItemJobsCall : PageCall
{
    [QueryParam]
    public string? AccountId { get; init; }
}

/// <summary>GET /v1/catalogs/items</summary>
internal sealed class ListItemJobs(ItemJobStore jobs, AccountStore accounts) : Operation<ListItemJobsCall, Page<ItemJob>>
{
    public override void Configure()
    {
        Get("/items");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List jobs of items, newest first.", 404);
    }

    public override Task<Page<ItemJob>> ExecuteAsync(ListItemJobsCall call, CancellationToken ct)
    {
        if (call.Cursor?.StartsWith("items_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        if (call.AccountId is { } account && accounts.Seen(Caller, account) is null)
            throw Problems.AccountNotFound(account, "account_id");

        var rows = jobs.List(Caller, call.AccountId, call.Limit, call.Cursor);
        return Task.FromResult(Page<ItemJob>.Of(rows, call.Limit, row => row.Id, ItemJob.From));
    }
}
