namespace Connector.Console.Requests;

/// <summary>The headers by which a browser keeps a page from what it never needs.</summary>
internal static class SecurityHeaders
{
    private const string FormTargets = "Connector.Console.FormTargets";

    /// <summary>Lets the forms of this answer also lead to another origin: browsers hold redirects after a form to the same rule.</summary>
    public static void AllowFormsTo(HttpContext http, string origin) =>
        http.Items[FormTargets] = $"{http.Items[FormTargets]} {origin}";

    /// <summary>For a page: nothing of it is kept.</summary>
    public static void AddToPage(HttpContext http)
    {
        Add(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = Policy($"{http.Items[FormTargets]}");
    }

    public static void Add(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = Policy("");
    }

    // Pictures of pins lie on hosts that nobody knows before; of everything else nothing comes from elsewhere, and nothing is inline.
    private static string Policy(string formTargets) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; "
        + $"form-action 'self'{formTargets}; base-uri 'none'; frame-ancestors 'none'";
}
