using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Console.Shell;

/// <summary>What a form did, said once on the page that follows: sealed, so that nobody else's words appear there.</summary>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private const string Name = "connector_notice";

    private readonly IDataProtector _protector = protection.CreateProtector("Connector.Console", "notice");

    public void Say(HttpContext http, string text) => http.Response.Cookies.Append(Name, _protector.Protect(text), Form(http));

    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } sealedText) return null;

        http.Response.Cookies.Delete(Name, Form(http));
        try
        {
            return _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Form(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
