namespace Connector.Console.Requests;

/// <summary>The headers by which a browser keeps a page from what it never needs.</summary>
internal static class SecurityHeaders
{
    // Pictures of pins lie on hosts that nobody knows before; of everything else nothing comes from elsewhere, and nothing is inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For a page: nothing of it is kept.</summary>
    public static void AddToPage(IHeaderDictionary headers)
    {
        Add(headers);
        headers.CacheControl = "no-store";
    }

    public static void Add(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = Policy;
    }
}
