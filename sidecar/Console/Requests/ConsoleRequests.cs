using System.Security.Claims;
using Connector.Common;
using Connector.Console.SignIn;
using Connector.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Connector.Console.Requests;

/// <summary>What every request of a page passes: its headers, the host, the session, the scope, and the page of what goes wrong.</summary>
internal sealed class ConsoleRequests(KnownHosts hosts, Sessions sessions, ErrorPages errors)
{
    /// <summary>Carried by a request of our script for the parts of a page that are kept up to date: no person asked for them.</summary>
    public const string LiveHeader = "X-Live";

    private const string Stream = "/v1/events/stream";

    private static readonly string[] NoPages = ["/v1", "/openapi", "/scalar", "/console"];

    public Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        // Before a session is read: the name of its cookie says whether it is for TLS only.
        if (hosts.IsBehindTls(http.Request.Host)) http.Request.Scheme = "https";
        if (http.GetEndpoint() is { } endpoint)
            return endpoint.Metadata.GetMetadata<ConsoleEndpoint>() is not null ? PageAsync(http, endpoint, next) : OtherAsync(http, next);
        return IsForPerson(http) ? NoPageAsync(http) : next(http);
    }

    /// <summary>Refuses a form that was not made for this session.</summary>
    public static Task RefuseForged(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } forged
            ? throw new ProblemException(IsTooMuch(forged) ? ConsoleProblems.TooMuch() : ConsoleProblems.Forged())
            : next(http);

    // The token stands in the form, and a form over the limits of ASP.NET Core is not read.
    private static bool IsTooMuch(IAntiforgeryValidationFeature forged) => forged.Error?.InnerException
        is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };

    private async Task PageAsync(HttpContext http, Endpoint endpoint, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            SecurityHeaders.AddToPage(http.Response.Headers);
            // An announcement for Blazor's own script, which is not here.
            http.Response.Headers.Remove("blazor-enhanced-nav");
            // After a form, the next page is fetched with GET.
            if (HttpMethods.IsPost(http.Request.Method) && http.Response.StatusCode == 302) http.Response.StatusCode = 303;
            return Task.CompletedTask;
        });
        http.User = new ClaimsPrincipal();
        if (!hosts.Knows(http.Request.Host))
        {
            await RefuseHostAsync(http);
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method) && IsOfOtherSite(http.Request))
        {
            await ErrorPages.ShowAsync(http, ConsoleProblems.Forged());
            return;
        }

        var isLive = http.Request.Headers.ContainsKey(LiveHeader);
        if (sessions.Read(http, isAct: !isLive) is { } session) http.User = session.Principal;
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !MayPass(http, endpoint, isLive, out var refusal))
        {
            await refusal;
            return;
        }

        try
        {
            await (isLive ? BackgroundTasks.Run(() => next(http)) : next(http));
        }
        catch (Exception error) when (!http.Response.HasStarted && error is not OperationCanceledException)
        {
            await errors.ShowAsync(http, error);
        }
    }

    /// <summary>
    /// Whether the browser says that a form is of another site, or of another port of this host. Without Sec-Fetch-Site, which it sends by
    /// TLS or to localhost only, the origin counts; from our own pages that is null, since they tell no referrer.
    /// </summary>
    private bool IsOfOtherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site is not ("same-origin" or "none")
        : Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && !hosts.Knows(new HostString(origin.Host));

    private static bool MayPass(HttpContext http, Endpoint endpoint, bool isLive, out Task refusal)
    {
        refusal = Task.CompletedTask;
        if (Caller.Of(http.User) is not { } caller)
        {
            if (isLive) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else http.Response.Redirect(SignInAddress.For(http.Request));
            return false;
        }

        var scope = endpoint.Metadata.GetMetadata<NeedsScopeAttribute>()?.Scope ?? Scope.Read;
        if (Scope.Covers(caller.Scopes, scope)) return true;

        refusal = ErrorPages.ShowAsync(http, ConsoleProblems.MissingScope(scope));
        return false;
    }

    /// <summary>The script follows events; of the API this is all that a session opens, and a key that was sent goes before it.</summary>
    private Task OtherAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path == Stream && Caller.Of(http.User) is null && http.Request.Headers.Authorization.Count == 0
            && hosts.Knows(http.Request.Host) && sessions.ReadLasting(http) is { } session)
            http.User = session.Principal;
        return next(http);
    }

    private async Task NoPageAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            SecurityHeaders.AddToPage(http.Response.Headers);
            return Task.CompletedTask;
        });
        var isKnown = hosts.Knows(http.Request.Host);
        http.User = isKnown && sessions.Read(http, isAct: true) is { } session ? session.Principal : new ClaimsPrincipal();
        await (isKnown ? ErrorPages.ShowAsync(http, ConsoleProblems.NoPage()) : RefuseHostAsync(http));
    }

    private static Task RefuseHostAsync(HttpContext http)
    {
        var problem = ConsoleProblems.UnknownHost(http.Request.Host.Value ?? "");
        // It may be none, or no part of an address; what renders a page needs one.
        http.Request.Host = new HostString("localhost");
        return ErrorPages.ShowAsync(http, problem);
    }

    private static bool IsForPerson(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !Array.Exists(NoPages, prefix => http.Request.Path.StartsWithSegments(prefix));
}
