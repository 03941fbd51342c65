using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Console.Requests;

/// <summary>Cookies that only this connector writes and reads, each sealed for its purpose.</summary>
internal sealed class SealedCookies(IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Connector.Console", purpose);

    public void Write(HttpContext http, string name, string text) =>
        http.Response.Cookies.Append(name, _protector.Protect(text), Form(http));

    /// <summary>What was written; null when there is no such cookie, or when it was not sealed here for this purpose.</summary>
    public string? Read(HttpContext http, string name)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } text) return null;
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(name, Form(http));

    // Without an end of its own: the browser drops it when it is closed, and the end of a session is sealed inside.
    private static CookieOptions Form(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
