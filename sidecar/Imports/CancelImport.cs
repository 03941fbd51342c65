using Connector.Http;
using Connector.Imports.Store;

namespace Connector.Imports;

/// <summary>POST /v1/imports/{id}/cancel</summary>
internal sealed class CancelImport(ImportStore imports) : Operation<IdCall, Import>
{
    public override void Configure()
    {
        Post("/{id}/cancel");
        Group<ImportRoutes>();
        Policies(Scope.Publish);
        Describe("Cancel an import: rows that are worked keep their pins, and no other row is worked.", 404, 409);
    }

    public override async Task<Import> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var row = imports.Get(Caller, call.Id);
        return Import.From(await imports.CancelAsync(row.Id) ?? throw ImportProblems.Ended(imports.Get(Caller, call.Id)));
    }
}
