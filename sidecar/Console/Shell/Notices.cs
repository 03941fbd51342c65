using Connector.Console.Requests;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Console.Shell;

/// <summary>What a form did, said once on the page that follows: sealed, so that nobody else's words appear there.</summary>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private const string Name = "connector_notice";

    private readonly SealedCookies _cookies = new(protection, "notice");

    public void Say(HttpContext http, string text) => _cookies.Write(http, Name, text);

    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Name)) SealedCookies.Delete(http, Name);
        return _cookies.Read(http, Name);
    }
}
