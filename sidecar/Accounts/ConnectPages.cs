using Connector.Accounts.OAuth;
using Connector.Common;
using Connector.Http;

namespace Connector.Accounts;

/// <summary>The pages on which a person connects an account; they are there whether or not the console is.</summary>
internal static class ConnectPages
{
    public static void MapConnectPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet(
            $"{BeginPage.Path}/{{link}}",
            (HttpContext http, string link, BeginPage page) => OrStoragePageAsync(http, page.AnswerAsync(http, link)));
        pages.MapGet(CallbackPath.Value, (HttpContext http, CallbackPage page) => OrStoragePageAsync(http, page.AnswerAsync(http)));
    }

    /// <summary>A browser is answered with a page also when nothing can be stored.</summary>
    private static async Task OrStoragePageAsync(HttpContext http, Task answer)
    {
        try
        {
            await answer;
        }
        catch (StorageUnavailableException full) when (!http.Response.HasStarted)
        {
            Refusals.Note(http, "storage_unavailable");
            await new PlainPage(503, "The connector cannot store anything right now")
                .Say(full.Message)
                .Say("Free disk space if the disk is full, then ask for a new link.")
                .Code("storage_unavailable")
                .WriteAsync(http);
        }
    }
}
