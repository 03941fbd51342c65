using Connector.Catalogs.Groups;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Catalogs;

/// <summary>DELETE /v1/catalogs/groups/{group_id}</summary>
internal sealed class DeleteProductGroup(GroupCalls groups) : Operation<GroupCall, NoContent>
{
    public override void Configure()
    {
        Delete("/groups/{group_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a group of products; the products stay.", 404, 409);
    }

    public override async Task<NoContent> ExecuteAsync(GroupCall call, CancellationToken ct)
    {
        var id = GroupRows.IdOf(call.GroupId);
        await groups.ChangeAsync(Caller, call, async (pinterest, session, token) =>
        {
            await pinterest.DeleteGroupAsync(session, id, token);
            return true;
        }, ct);
        return TypedResults.NoContent();
    }
}
