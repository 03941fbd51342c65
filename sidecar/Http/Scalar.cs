using Microsoft.Net.Http.Headers;

namespace Connector.Http;

/// <summary>The API reference at /scalar: Scalar's own script, served from here, showing our own description.</summary>
public static class Scalar
{
    internal static readonly string Script = Path.Combine(AppContext.BaseDirectory, "scalar", "standalone.js");

    // Scalar is configured for the internet: fonts, telemetry, a proxy for requests, an assistant, links to its own editor.
    // A sidecar answers for itself only, so all of it is off, and the policy below holds even if a setting changes its name.
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Pinterest Connector API</title>
          <link rel="icon" href="data:,">
        </head>
        <body>
          <script id="api-reference" type="application/json" data-configuration='{
            "url": "/openapi/v1.json",
            "withDefaultFonts": false,
            "telemetry": false,
            "proxyUrl": "",
            "agent": {"disabled": true},
            "mcp": {"disabled": true},
            "hideClientButton": true,
            "showDeveloperTools": "never"
          }'></script>
          <script src="/scalar/standalone.js"></script>
        </body>
        </html>
        """;

    private const string PageWithoutScript = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Pinterest Connector API</title></head>
        <body>
          <h1>The API reference is not part of this build</h1>
          <p>It is fetched with npm while building, and npm was missing or could not reach its registry.
             Install Node.js (it brings npm), build again and restart: <code>dotnet build sidecar</code>.</p>
          <p>The description itself is here: <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        </body>
        </html>
        """;

    // Scalar writes style elements and attributes while it runs, so styles may be inline; scripts may not.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Map the page and its script; both are public and no part of the API description.</summary>
    public static void MapScalar(this IEndpointRouteBuilder routes) => routes.MapScalar(Script);

    internal static void MapScalar(this IEndpointRouteBuilder routes, string script)
    {
        routes.MapGet("/scalar", (HttpResponse response) => ShowPage(response, File.Exists(script)))
            .AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/scalar/standalone.js", (HttpResponse response) => SendScript(response, new FileInfo(script)))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult ShowPage(HttpResponse response, bool complete)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        return Results.Text(complete ? Page : PageWithoutScript, "text/html; charset=utf-8");
    }

    private static IResult SendScript(HttpResponse response, FileInfo script)
    {
        if (!script.Exists)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=86400";
        response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue($"\"{script.Length:x}-{script.LastWriteTimeUtc.Ticks:x}\"");
        return Results.File(script.FullName, "text/javascript; charset=utf-8", lastModified: script.LastWriteTimeUtc, entityTag: tag);
    }
}
