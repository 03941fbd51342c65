using Connector.Http;
using Connector.Imports.Store;

namespace Connector.Imports;

/// <summary>GET /v1/imports/{id}</summary>
internal sealed class GetImport(ImportStore imports) : Operation<IdCall, Import>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<ImportRoutes>();
        Policies(Scope.Read);
        Describe("Get an import: how far it is, what it waits for, and how many rows became pins, failed or were skipped.", 404);
    }

    public override Task<Import> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Task.FromResult(Import.From(imports.Get(Caller, call.Id)));
}
