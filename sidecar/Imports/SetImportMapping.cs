using Connector.Accounts;
using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Imports.Store;
using FastEndpoints;

namespace Connector.Imports;

/// <summary>The whole mapping of an account.</summary>
public sealed record SetImportMappingCall : IdCall
{
    [FromBody, RequiredBody]
    public ImportMapping Body { get; init; } = null!;
}

/// <summary>PUT /v1/accounts/{id}/import-mapping</summary>
internal sealed class SetImportMapping(AccountStore accounts, MappingStore mappings) : Operation<SetImportMappingCall, ImportMapping>
{
    public override void Configure()
    {
        Put("/v1/accounts/{id}/import-mapping");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Publish);
        Describe("Set what is which in the files of an account, and what becomes of it; it replaces the mapping before as a whole.", 404);
    }

    public override async Task<ImportMapping> ExecuteAsync(SetImportMappingCall call, CancellationToken ct)
    {
        var account = accounts.Get(Caller, call.Id);
        MappingCheck.Ensure(call.Body);
        await mappings.PutAsync(account, call.Body);
        return call.Body;
    }
}
