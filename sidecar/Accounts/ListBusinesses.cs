using Connector.Accounts.Reading;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>The business accounts that are linked with an account.</summary>
/// <param name="Items">Empty when there are none.</param>
public sealed record BusinessList(IReadOnlyList<Business> Items);

/// <summary>A business account on Pinterest.</summary>
/// <param name="Username">Its name there.</param>
/// <param name="ImageUrl">Its picture.</param>
public sealed record Business(string Username, string? ImageUrl);

/// <summary>GET /v1/accounts/{id}/businesses</summary>
internal sealed class ListBusinesses(AccountReads reads) : Operation<IdCall, BusinessList>
{
    public override void Configure()
    {
        Get("/{id}/businesses");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("List the business accounts on Pinterest that are linked with an account.", 404);
    }

    public override async Task<BusinessList> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var linked = await reads.CallAsync(
            Caller, call.Id, null, (pinterest, session, token) => pinterest.ListBusinessesAsync(session, token), ct);
        return new BusinessList([.. linked.OfType<LinkedBusiness>().Where(one => one.Username is { Length: > 0 }).Select(Shown)]);
    }

    private static Business Shown(LinkedBusiness one) =>
        new(one.Username!, one.ImageLargeUrl ?? one.ImageMediumUrl ?? one.ImageSmallUrl);
}
