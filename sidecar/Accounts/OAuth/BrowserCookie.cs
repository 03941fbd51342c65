using Connector.Common;
using Connector.Http;

namespace Connector.Accounts.OAuth;

/// <summary>The cookie that binds a link to the browser that opened it; each link has its own, so that several can be open.</summary>
internal sealed class BrowserCookie(PublicAddress address)
{
    private const int NameLength = 12;

    public static string? Read(HttpContext http, ConnectionStart start) => http.Request.Cookies[Name(start)];

    public static bool Matches(HttpContext http, ConnectionStart start) => SecretText.Matches(start.Browser, Read(http, start));

    public void Set(HttpContext http, ConnectionStart start, string value) => http.Response.Cookies.Append(Name(start), value, Options(
        AccountConnections.GoodFor));

    public void Remove(HttpContext http, ConnectionStart start) => http.Response.Cookies.Delete(Name(start), Options(null));

    // Lax and not Strict: Pinterest sends the browser back from its own site.
    private CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = address.IsSecure,
        SameSite = SameSiteMode.Lax,
        Path = address.BasePath + "/oauth",
        MaxAge = age,
        IsEssential = true,
    };

    private static string Name(ConnectionStart start) => $"connect_{start.Id[..NameLength]}";
}
