using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Connector.Accounts.OAuth;

/// <summary>The address of the page on which a person consents: Pinterest's, or the simulator's, which we serve.</summary>
internal sealed class AuthorizeAddress(
    IOptions<PinterestOptions> options, AskedScopes scopes, PublicAddress address, AccountStore accounts)
{
    public string Of(ConnectionStart start, string state)
    {
        var asked = new Dictionary<string, string?>
        {
            ["client_id"] = start.AppId,
            ["redirect_uri"] = start.RedirectUri,
            ["response_type"] = "code",
            ["scope"] = scopes.Text,
            ["state"] = state,
        };
        if (start.Environment != PinterestEnvironment.Simulator)
            return QueryHelpers.AddQueryString(options.Value.OAuthUrl.AbsoluteUri, asked);

        // The simulator has no users who are signed in; the one that is connected again is proposed.
        if (start.AccountId is { } id && accounts.Find(id) is { } account) asked["user"] = account.Username;
        return QueryHelpers.AddQueryString(address.Of(RehearsalApp.ConsentPath), asked);
    }
}
