using Connector.Accounts.OAuth;

namespace Connector.Accounts;

/// <summary>The pages on which a person connects an account; they are there whether or not the console is.</summary>
internal static class ConnectPages
{
    public static void MapConnectPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet($"{BeginPage.Path}/{{link}}", (HttpContext http, string link, BeginPage page) => page.AnswerAsync(http, link));
        pages.MapGet(CallbackPath.Value, (HttpContext http, CallbackPage page) => page.AnswerAsync(http));
    }
}
