using Connector.Accounts;
using Connector.Http;
using Connector.Imports.Store;
using FastEndpoints;

namespace Connector.Imports;

/// <summary>Whose imports, and which page of them.</summary>
public sealed record ListImportsCall : PageCall
{
    [QueryParam]
    public string? AccountId { get; init; }
}

/// <summary>GET /v1/imports</summary>
internal sealed class ListImports(ImportStore imports, AccountStore accounts) : Operation<ListImportsCall, Page<Import>>
{
    public override void Configure()
    {
        Get("/");
        Group<ImportRoutes>();
        Policies(Scope.Read);
        Describe("List imports, newest first.", 404);
    }

    public override Task<Page<Import>> ExecuteAsync(ListImportsCall call, CancellationToken ct)
    {
        if (call.Cursor?.StartsWith("imp_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        if (call.AccountId is { } account && accounts.Seen(Caller, account) is null)
            throw Problems.AccountNotFound(account, "account_id");

        var rows = imports.List(Caller, call.AccountId, call.Limit, call.Cursor);
        return Task.FromResult(Page<Import>.Of(rows, call.Limit, row => row.Id, Import.From));
    }
}
