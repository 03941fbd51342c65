using Connector.Catalogs.Groups;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>How many products a group has; a number that Pinterest does not say is null.</summary>
public sealed record ProductGroupCounts(long? Total, long? InStock, long? OutOfStock, long? Preorder, long? Videos);

/// <summary>GET /v1/catalogs/groups/{group_id}/counts</summary>
internal sealed class GetProductGroupCounts(GroupCalls groups) : Operation<GroupCall, ProductGroupCounts>
{
    public override void Configure()
    {
        Get("/groups/{group_id}/counts");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Count the products of a group.", 404, 409);
    }

    public override async Task<ProductGroupCounts> ExecuteAsync(GroupCall call, CancellationToken ct)
    {
        var id = GroupRows.IdOf(call.GroupId);
        var counts = await groups.ReadAsync(
            Caller, call, (pinterest, session, token) => pinterest.GetGroupCountsAsync(session, id, token), ct);
        return new ProductGroupCounts(counts.Total, counts.InStock, counts.OutOfStock, counts.Preorder, counts.Videos);
    }
}
