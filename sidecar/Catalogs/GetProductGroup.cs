using Connector.Catalogs.Groups;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>GET /v1/catalogs/groups/{group_id}</summary>
internal sealed class GetProductGroup(GroupCalls groups) : Operation<GroupCall, ProductGroup>
{
    public override void Configure()
    {
        Get("/groups/{group_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Get a group of products.", 404, 409);
    }

    public override async Task<ProductGroup> ExecuteAsync(GroupCall call, CancellationToken ct)
    {
        var id = GroupRows.IdOf(call.GroupId);
        return GroupRows.Of(await groups.ReadAsync(
            Caller, call, (pinterest, session, token) => pinterest.GetGroupAsync(session, id, token), ct));
    }
}
