using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Connector.Tests.Sources;

/// <summary>What a web server may answer that is no file of items.</summary>
internal static class HostileAnswers
{
    private const string Bomb = """
        <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><urlset><url><loc>&c;</loc></url></urlset>
        """;

    public static Func<HttpContext, Task> Of(string kind) => kind switch
    {
        "500" => Status(500),
        "empty" => Text(""),
        "html" => Text("<!DOCTYPE html><html><body>We are back soon.</body></html>"),
        "cut xml" => Text(Feeds.Pages(3)[..400]),
        "broken off" => BreakOffAsync,
        "entity bomb" => Text(Bomb),
        "endless" => EndlessAsync,
        "bomb of gzip" => http => http.Response.Body.WriteAsync(Packed(5_000_000)).AsTask(),
        "to a private address" => To("https://10.0.0.1/feed", 302),
        "to itself" => To("/map", 302),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Func<HttpContext, Task> To(string address, int status) => http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = address;
        return Task.CompletedTask;
    };

    private static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static Func<HttpContext, Task> Text(string text) =>
        http => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    private static async Task BreakOffAsync(HttpContext http)
    {
        http.Response.ContentLength = 5000;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Feeds.Pages(3)[..400]));
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    // As long as somebody listens.
    private static async Task EndlessAsync(HttpContext http)
    {
        var item = Encoding.UTF8.GetBytes("<url><loc>https://example.com/x</loc></url>\n");
        await http.Response.Body.WriteAsync("<urlset>"u8.ToArray());
        for (var i = 0; i < 10_000_000 && !http.RequestAborted.IsCancellationRequested; i++) await http.Response.Body.WriteAsync(item);
    }

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(new byte[length]);
        return packed.ToArray();
    }
}
