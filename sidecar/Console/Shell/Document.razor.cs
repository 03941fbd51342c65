using Connector.Console.Requests;
using Connector.Http;
using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Shell;

/// <summary>The document around every page; a request of our script gets the page without it.</summary>
public partial class Document
{
    private static readonly string Events = string.Join(' ', EventTypes.All);

    private Notice? _notice;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private Notices Notices { get; set; } = null!;

    private Caller? Caller => Caller.Of(Http.User);

    private bool IsLive => Http.Request.Headers.ContainsKey(ConsoleRequests.LiveHeader);

    private bool IsRedirect => Http.Response.StatusCode is 302 or 303;

    protected override void OnInitialized()
    {
        if (!IsLive) _notice = Notices.Take(Http);
    }
}
