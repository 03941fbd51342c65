using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Shell;

/// <summary>The pages that the caller's key may open, and the way out.</summary>
public partial class Navigation
{
    private static readonly (string Address, string Name, string Scope)[] Pages =
    [
        ("/", "Today", Scope.Read),
        ("/queue", "Queue", Scope.Read),
        ("/pins/new", "New pin", Scope.Publish),
        ("/approve", "Approve", "approve"),
        ("/insights", "Insights", Scope.Read),
        ("/accounts", "Accounts", Scope.Read),
        ("/hooks", "Hooks & keys", Scope.Read),
    ];

    /// <summary>The request, whose page is marked.</summary>
    [Parameter, EditorRequired]
    public HttpContext Http { get; set; } = null!;

    private bool MayOpen(string scope) => Caller.Of(Http.User) is { } caller && Scope.Covers(caller.Scopes, scope);

    private bool IsHere(string address) => Http.Request.Path == address
        || (address != "/" && Http.Request.Path.StartsWithSegments(address));
}
