using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Connector.Keys.Authentication;

/// <summary>
/// Reads <c>Authorization: Bearer</c>, <c>X-API-Key</c>, or <c>Authorization: Basic</c> with the key as the password, for tools that
/// offer nothing else.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyCache keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ", Basic = "Basic ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private AuthenticateResult Authenticate()
    {
        if (Given() is not { Length: > 0 } key) return AuthenticateResult.NoResult();
        if (keys.Find(key) is not { } caller) return AuthenticateResult.Fail("No such key.");
        return AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(SchemeName), SchemeName));
    }

    private string? Given()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return header[Bearer.Length..].Trim();
        return header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            ? Password(header[Basic.Length..].Trim())
            : Request.Headers["X-API-Key"].ToString();
    }

    // https://www.rfc-editor.org/rfc/rfc7617 : base64 of user:password.
    private static string? Password(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password] ? password : null;
    }
}
