using Connector.Console.Requests;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Console.Shell;

/// <summary>What a form did, said once on the page that follows: sealed, so that nobody else's words appear there.</summary>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private const string Name = "connector_notice";

    private readonly SealedCookies _cookies = new(protection, "notice");

    public void Say(HttpContext http, Notice notice) => _cookies.Write(http, Name, $"{notice.Address}\n{notice.Text}");

    public Notice? Take(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Name)) SealedCookies.Delete(http, Name);
        return _cookies.Read(http, Name)?.Split('\n', 2) is [var address, var text]
            ? new Notice(text, address.Length > 0 ? address : null)
            : null;
    }
}

/// <param name="Text">What was done.</param>
/// <param name="Address">The page of what it was done to; null where that is shown already.</param>
internal sealed record Notice(string Text, string? Address);
