using Connector.Http;

namespace Connector.Accounts.OAuth;

/// <summary>Shows why an account was not connected, and how to go on.</summary>
internal sealed class FailurePage(AccountConnections connections, IEnumerable<BackLink> back, PublicAddress address)
{
    /// <summary>For whoever shows a link that is not taken: there is nothing to begin again with.</summary>
    public Task WriteAsync(HttpContext http, ConnectFailure failure) => PageOf(http, failure).WriteAsync(http);

    /// <summary>For the browser and the caller that began: each choice is a new link.</summary>
    public async Task WriteAsync(HttpContext http, ConnectFailure failure, Caller caller, ConnectionStart start)
    {
        var links = new List<(string, string)>();
        foreach (var choice in failure.Choices)
            if (await LinkAsync(caller, start, choice) is { } link) links.Add((choice.Text, link));
        await PageOf(http, failure, links).WriteAsync(http);
    }

    /// <summary>A new link like the one of the start; null when the caller may not make it.</summary>
    public async Task<string?> LinkAsync(Caller caller, ConnectionStart start, ConnectChoice choice)
    {
        try
        {
            var asked = choice.Change(new ConnectionRequest(start.Environment, start.AccountId, start.ReturnUrl));
            return (await connections.StartAsync(caller, asked)).AuthorizeUrl;
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private PlainPage PageOf(HttpContext http, ConnectFailure failure, List<(string Text, string Address)>? links = null)
    {
        Refusals.Note(http, failure.Code);
        var page = new PlainPage(failure.Status, failure.Title).Say(failure.Text).Facts(failure.Facts).Say(failure.Next);
        foreach (var (index, (text, link)) in (links ?? []).Index()) page.Link(text, link, isMain: index == 0);
        foreach (var link in back.Where(link => Fits(link, failure)))
            page.Link(link.Text, address.Of(link.Path), isMain: link.Use == BackLinkUse.DeadLink);
        return page.Code(failure.Code);
    }

    private static bool Fits(BackLink link, ConnectFailure failure) =>
        link.Use == BackLinkUse.Always || (link.Use == BackLinkUse.DeadLink && failure.IsOfLink);
}
