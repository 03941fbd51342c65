using System.Text;
using Connector.Tests.Assets;
using Microsoft.AspNetCore.Http;

namespace Connector.Tests.Sources;

/// <summary>A web server whose files a test changes; it knows which versions it was asked for.</summary>
internal sealed class WatchedHost : IAsyncDisposable
{
    private readonly FileHost _files;

    private WatchedHost(FileHost files)
    {
        _files = files;
        _files.Answer = AnswerAsync;
    }

    /// <summary>What lies where; another answer than bytes is a function.</summary>
    public Dictionary<string, Func<HttpContext, Task>> Files { get; } = [];

    /// <summary>The paths that were asked for, each with what was known of it.</summary>
    public List<(string Path, string? Known)> Asked { get; } = [];

    public string Url => _files.Url;

    public static async Task<WatchedHost> StartAsync() => new(await FileHost.StartAsync());

    /// <summary>Puts a file there, with a version of its own.</summary>
    public string Put(string path, string text)
    {
        var (bytes, etag) = (Encoding.UTF8.GetBytes(text), $"\"{text.GetHashCode(StringComparison.Ordinal)}\"");
        Files[path] = async http =>
        {
            if (http.Request.Headers.IfNoneMatch == etag)
            {
                http.Response.StatusCode = 304;
                return;
            }

            http.Response.Headers.ETag = etag;
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes);
        };
        return Url + path;
    }

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path + http.Request.QueryString.Value;
        lock (Asked) Asked.Add((path, http.Request.Headers.IfNoneMatch));
        if (Files.TryGetValue(path, out var answer)) return answer(http);

        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
