using Connector.Accounts;
using Connector.Http;
using Connector.Imports.Store;

namespace Connector.Imports;

/// <summary>GET /v1/accounts/{id}/import-mapping</summary>
internal sealed class GetImportMapping(AccountStore accounts, MappingStore mappings) : Operation<IdCall, ImportMapping>
{
    public override void Configure()
    {
        Get("/v1/accounts/{id}/import-mapping");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Read);
        Describe("Get what is which in the files of an account, and what becomes of it; an empty one if none was set.", 404);
    }

    public override Task<ImportMapping> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Task.FromResult(mappings.Find(accounts.Get(Caller, call.Id).Id) ?? new ImportMapping());
}
