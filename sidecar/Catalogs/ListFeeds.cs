using System.ComponentModel;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Whose feeds.</summary>
public sealed record ListFeedsCall : CatalogPageCall
{
    [QueryParam, Description("Only those of this catalog: its id.")]
    public string? Catalog { get; init; }
}

/// <summary>GET /v1/catalogs/feeds</summary>
internal sealed class ListFeeds(CatalogCalls calls, FeedWatches watches) : Operation<ListFeedsCall, Page<Feed>>
{
    public override void Configure()
    {
        Get("/feeds");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List an account's feeds of products, and how each is watched. The account needs the scope catalogs:read.", 404);
    }

    public override async Task<Page<Feed>> ExecuteAsync(ListFeedsCall call, CancellationToken ct)
    {
        var (account, catalog) = (calls.AccountOf(Caller, call), CatalogId.OfCatalog(call.Catalog));
        var page = await calls.CallAsync(
            account, call.AdAccountId, AccountCapabilities.ReadFeeds,
            (pinterest, session, token) => pinterest.ListFeedsAsync(session, catalog, call.Cursor, call.Limit, token), ct);
        var watched = watches.Of(account.Id);
        return CatalogCalls.Page(page, feed => Feed.From(feed, watched.Find(row => row.FeedId == feed.Id)));
    }
}
