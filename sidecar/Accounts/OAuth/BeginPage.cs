using Connector.Common;
using Connector.Http;

namespace Connector.Accounts.OAuth;

/// <summary>GET /oauth/begin/{link}: binds the link to the first browser that opens it, and sends that one on to consent.</summary>
internal sealed class BeginPage(
    ConnectionStore starts, ConnectionGuard guard, BrowserCookie cookies, AuthorizeAddress authorize, FailurePage failures)
{
    public const string Path = "/oauth/begin";

    public async Task AnswerAsync(HttpContext http, string link)
    {
        // A program that looks at a link before a person does, as chats do with HEAD, must not use it up.
        if (HeadRequests.IsHead(http)) return;

        var start = starts.FindByLink(link);
        if (guard.Refusal(start) is { } refusal)
        {
            await failures.WriteAsync(http, refusal);
            return;
        }

        var browser = start!.Browser is null ? SecretText.New() : BrowserCookie.Read(http, start) ?? "";
        var state = SecretText.New();
        if (!await starts.OpenAsync(start.Id, browser, state))
        {
            await failures.WriteAsync(http, LinkFailures.OtherBrowser);
            return;
        }

        cookies.Set(http, start, browser);
        PlainPage.SendOn(http, authorize.Of(start, state));
    }
}
