using Connector.Accounts.OAuth;
using Microsoft.Extensions.Options;

namespace Connector.Accounts;

/// <summary>The scopes that Pinterest is asked for, however an account is connected: what is needed, and what the settings add.</summary>
internal sealed class AskedScopes(IOptions<OAuthOptions> oauth)
{
    public IReadOnlyList<(string Name, string Purpose)> All { get; } =
        [.. PinterestScopes.Needed, .. PinterestScopes.More.Where(scope => oauth.Value.MoreScopes.Contains(scope.Name))];

    /// <summary>As Pinterest takes them.</summary>
    public string Text => string.Join(',', All.Select(scope => scope.Name));
}
