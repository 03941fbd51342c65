using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Shell;

/// <summary>The pages that the caller's key may open, and the way out.</summary>
public partial class Navigation
{
    /// <summary>Each with the first parts of the addresses of the pages that one reaches from it.</summary>
    private static readonly (string Address, string Name, string Scope, string[] Below)[] Pages =
    [
        ("/", "Today", Scope.Read, []),
        ("/queue", "Queue", Scope.Read, ["/queue", "/calendar", "/pins"]),
        ("/pins/new", "New pin", Scope.Publish, ["/pins/new"]),
        ("/approve", "Approve", Scope.Approve, ["/approve"]),
        ("/sources", "Sources", Scope.Read, ["/sources"]),
        ("/insights", "Insights", Scope.Read, ["/insights"]),
        ("/accounts", "Accounts", Scope.Read, ["/accounts", "/app", "/policy"]),
        ("/hooks", "Hooks & keys", Scope.Read, ["/hooks"]),
    ];

    private string? _here;

    /// <summary>The request, whose page is marked.</summary>
    [Parameter, EditorRequired]
    public HttpContext Http { get; set; } = null!;

    protected override void OnParametersSet()
    {
        var path = Http.Request.Path;
        var above = Pages.SelectMany(page => page.Below, (page, below) => (page.Address, Below: below))
            .Where(each => path.StartsWithSegments(each.Below));
        // The longest one, since a new pin is below the pins too.
        _here = path == "/" ? "/" : above.OrderByDescending(each => each.Below.Length).FirstOrDefault().Address;
    }

    private bool MayOpen(string scope) => Caller.Of(Http.User) is { } caller && Scope.Covers(caller.Scopes, scope);
}
