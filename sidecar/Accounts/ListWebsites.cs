using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts.Reading;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Accounts;

/// <summary>Whose websites.</summary>
public sealed record ListWebsitesCall : IdCall
{
    [QueryParam, Range(1, 250), Description("How many on a page.")]
    public int Limit { get; init; } = 50;

    [QueryParam, Text(2000)]
    public string? Cursor { get; init; }
}

/// <summary>GET /v1/accounts/{id}/websites</summary>
internal sealed class ListWebsites(AccountReads reads) : Operation<ListWebsitesCall, Page<Website>>
{
    public override void Configure()
    {
        Get("/{id}/websites");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("List the websites of an account, claimed or not.", 404);
    }

    public override async Task<Page<Website>> ExecuteAsync(ListWebsitesCall call, CancellationToken ct)
    {
        var page = await reads.CallAsync(
            Caller, call.Id, AccountCapabilities.Websites,
            (pinterest, session, token) => pinterest.ListWebsitesAsync(session, call.Cursor, call.Limit, token), ct);
        // Some of Pinterest's lists end with an empty page instead of without a bookmark.
        var next = page.Items.Count > 0 && page.Bookmark is { Length: > 0 } bookmark ? bookmark : null;
        return new Page<Website>(
            [.. page.Items.OfType<UserWebsite>().Where(one => one.Website is { Length: > 0 }).Select(Website.From)], next);
    }
}
