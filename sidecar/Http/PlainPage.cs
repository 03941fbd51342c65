using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Connector.Http;

/// <summary>A small page for a browser that needs nothing but itself: no script, one style, every text encoded.</summary>
internal sealed class PlainPage(int status, string title)
{
    private const string Style =
        """
        :root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--paper:#fff;--back:#f4f5f7;--line:#d0d7de;--main:#0b5cad;--on:#fff}
        @media (prefers-color-scheme:dark){
        :root{--ink:#e6edf3;--dim:#9aa4af;--paper:#161b22;--back:#0d1117;--line:#30363d;--main:#6cb2ff;--on:#0d1117}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        main{max-width:40rem;margin:1rem auto;padding:1.25rem;background:var(--paper);border:1px solid var(--line);border-radius:.6rem}
        @media (min-width:44rem){main{margin:3rem auto;padding:2rem 2.5rem}}
        h1{font-size:1.4rem;line-height:1.25;margin:0 0 1rem}
        p,dl,ul,fieldset{margin:0 0 1rem}
        .label{font-size:.85rem;font-weight:600;color:var(--dim);margin-bottom:.4rem}
        .note{border-left:.25rem solid var(--main);padding-left:.8rem}
        .code{font-size:.85rem;color:var(--dim);margin:1.5rem 0 0}
        dt{color:var(--dim);font-size:.85rem}
        dd{margin:0 0 .6rem;overflow-wrap:anywhere}
        code{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere}
        a{color:var(--main)}
        a.button,button{display:inline-block;font:inherit;padding:.6rem 1.1rem;margin:0 .5rem .5rem 0;border-radius:.4rem;
        border:1px solid var(--main);background:transparent;color:var(--main);text-decoration:none;cursor:pointer;min-height:2.75rem}
        a.main,button.main{background:var(--main);color:var(--on)}
        :focus-visible{outline:3px solid var(--main);outline-offset:2px}
        fieldset{border:1px solid var(--line);border-radius:.4rem;padding:.6rem 1rem}
        label{display:block;padding:.3rem 0}
        input[type=text]{font:inherit;width:100%;padding:.55rem;border:1px solid var(--dim);border-radius:.4rem;
        background:var(--paper);color:var(--ink)}
        """;

    private static readonly string Policy = string.Join(
        "; ",
        "default-src 'none'",
        $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");

    /// <summary>What is on the page; arguments of <c>AppendFormat</c> are encoded.</summary>
    public HtmlContentBuilder Body { get; } = new();

    public PlainPage Say(string text) => Add("<p>{0}</p>", text);

    public PlainPage Note(string text) => Add("<p class=\"note\">{0}</p>", text);

    /// <summary>A few words in small letters that a person tells whoever helps.</summary>
    public PlainPage Code(string code) => Add("<p class=\"code\">Code: <code>{0}</code></p>", code);

    public PlainPage Facts(IReadOnlyCollection<(string Name, string Value)> facts)
    {
        if (facts.Count == 0) return this;
        Body.AppendHtml("<dl>");
        foreach (var (name, value) in facts) Add("<dt>{0}</dt><dd><code>{1}</code></dd>", name, value);
        Body.AppendHtml("</dl>");
        return this;
    }

    /// <param name="text">What the link says.</param>
    /// <param name="address">A web address of ours, or one that was checked.</param>
    /// <param name="isMain">It is what most people want next.</param>
    public PlainPage Link(string text, string address, bool isMain = false) =>
        Add("<a class=\"button{2}\" href=\"{1}\">{0}</a>", text, address, isMain ? " main" : "");

    public async Task WriteAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.ContentSecurityPolicy = Policy;
        Protect(http);
        var text = new StringWriter();
        new HtmlContentBuilder()
            .AppendHtml("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
            .AppendHtml("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">")
            .AppendFormat("<title>{0} – Pinterest Connector</title><style>", title)
            .AppendHtml(Style)
            .AppendFormat("</style><main><p class=\"label\">Pinterest Connector</p><h1>{0}</h1>", title)
            .AppendHtml(Body)
            .AppendHtml("</main></html>")
            .WriteTo(text, HtmlEncoder.Default);
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    /// <summary>Sends the browser on; neither this answer nor where it came from is kept or told.</summary>
    public static void SendOn(HttpContext http, string address)
    {
        // Written by hand: the framework's result logs the address, which holds what must stay secret.
        http.Response.StatusCode = HttpMethods.IsPost(http.Request.Method) ? 303 : 302;
        http.Response.Headers.Location = address;
        Protect(http);
    }

    private static void Protect(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private PlainPage Add(string format, params object[] texts)
    {
        Body.AppendFormat(format, texts);
        return this;
    }
}
