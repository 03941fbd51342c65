using System.Net.Http.Headers;
using System.Text;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>
    /// Turns the code from the consent page into tokens; <paramref name="redirectUri"/> must be the one that the code was requested with.
    /// </summary>
    public Task<TokenGrant> ExchangeCodeAsync(
        PinterestEnvironment environment, AppCredentials app, string code, string redirectUri, CancellationToken cancellation) =>
        GrantAsync(
            environment, app, [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectUri)], cancellation);

    /// <summary>New tokens for old; the refresh token in the answer replaces the one given.</summary>
    public Task<TokenGrant> RefreshAsync(
        PinterestEnvironment environment, AppCredentials app, string refreshToken, CancellationToken cancellation) =>
        GrantAsync(environment, app, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], cancellation);

    /// <summary>Tokens for the account that owns the app, without anybody's consent; there is no refresh token.</summary>
    /// <param name="environment">Where.</param>
    /// <param name="app">The app.</param>
    /// <param name="scopes">Separated by commas.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<TokenGrant> AskForOwnAsync(
        PinterestEnvironment environment, AppCredentials app, string scopes, CancellationToken cancellation) =>
        GrantAsync(environment, app, [new("grant_type", "client_credentials"), new("scope", scopes)], cancellation);

    private async Task<TokenGrant> GrantAsync(
        PinterestEnvironment environment, AppCredentials app, List<KeyValuePair<string, string>> form, CancellationToken cancellation)
    {
        // Apps made before 2025-09-25 get refresh tokens that can be renewed without end only when they ask for it.
        form.Add(new("continuous_refresh", "true"));
        using var body = new FormUrlEncodedContent(form);
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.AppId}:{app.AppSecret}")));
        var answer = await transport.SendFormAsync(
            environment, "/oauth/token", basic, await body.ReadAsByteArrayAsync(cancellation), cancellation);
        return answer.Read<TokenGrant>(grant => grant.AccessToken is { Length: > 0 });
    }
}
