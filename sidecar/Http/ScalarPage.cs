using Scalar.AspNetCore;

namespace Connector.Http;

/// <summary>The API reference at /scalar/: Scalar's own script, served from here, showing our own description.</summary>
internal static class ScalarPage
{
    /// <summary>Maps the page and its scripts; they are public and no part of the API description.</summary>
    public static void MapScalar(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.AddEndpointFilter(ProtectAsync);
        pages.MapScalarApiReference("/scalar", Configure);
    }

    // By default the page loads fonts, telemetry, an assistant and an editor from the internet; this page must need only the sidecar.
    private static void Configure(ScalarOptions page) => page
        .WithTitle("Pinterest Connector API")
        .WithOpenApiRoutePattern("/openapi/v1.json")
        .WithFavicon("data:,")
        .WithNonce()
        .DisableDefaultFonts()
        .DisableTelemetry()
        .DisableAgent()
        .DisableMcp()
        .HideClientButton()
        .HideDeveloperTools();

    // The nonce is known only after the page was written; the headers are sent after that.
    private static ValueTask<object?> ProtectAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            if (http.Items[ScalarOptions.NonceHttpContextItemKey] is { } nonce) http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        return next(context);
    }

    // Scalar writes style elements and attributes while it runs, so styles may be inline; of the scripts only those with the nonce.
    private static string Policy(object nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
