using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Connector.Tests.Browsing;

/// <summary>
/// Somebody with a browser of their own, in which nothing may go wrong unseen: requests that leave this machine, what the policy blocks,
/// and the browser's errors are kept.
/// </summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _wrong = [];
    private readonly ConcurrentBag<int> _expected = [];

    private Reader(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IEnumerable<string> Wrong =>
        _wrong.Where(text => !_expected.Any(status => text.Contains($"status of {status} ", StringComparison.Ordinal)));

    public static async Task<Reader> OpenAsync(IBrowser browser, Uri address, Look look, string? storage = null)
    {
        var context = await browser.NewContextAsync(look.Context(address, storage));
        var reader = new Reader(context, await context.NewPageAsync());
        await reader.WatchAsync();
        return reader;
    }

    /// <summary>The browser reports an answer with this status as an error, and the test wants it.</summary>
    public void Expects(int status) => _expected.Add(status);

    public Task GoAsync(string address) => Page.GotoAsync(address);

    public async Task SignInAsync(string key)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("API key").FillAsync(key);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>The cookies, so that another reader needs no sign-in.</summary>
    public Task<string> StorageAsync() => _context.StorageStateAsync();

    /// <summary>Changes the width and the colours of the page that is open.</summary>
    public async Task LookAsync(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, look.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = look.Scheme });
    }

    /// <summary>Nothing that axe finds, and nothing wider than the window.</summary>
    internal async Task IsGoodAsync(string name, Look look)
    {
        var found = await Axe.FindAsync(Page);
        Assert.True(found.Length == 0, $"{name}: {string.Join("\n", found)}");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= look.Width, $"{name} is {width} pixels wide.");
    }

    /// <summary>A picture of the whole page, with every image of it.</summary>
    public async Task PhotographAsync(string file)
    {
        await Page.EvaluateAsync(
            """
            () => Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))
            """);
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private async Task WatchAsync()
    {
        await _context.RouteAsync("**/*", route =>
        {
            if (new Uri(route.Request.Url) is { IsLoopback: true } or { Scheme: "data" }) return route.ContinueAsync();

            _wrong.Enqueue($"{Page.Url} asked for {route.Request.Url}");
            return route.AbortAsync();
        });
        await _context.ExposeFunctionAsync("reportBlocked", (string what) => _wrong.Enqueue($"{Page.Url}: the policy blocked {what}"));
        await _context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', (event) => reportBlocked(`${event.violatedDirective} ${event.blockedURI}`));");
        Page.WebSocket += (_, socket) => _wrong.Enqueue($"{Page.Url} opened {socket.Url}");
        Page.PageError += (_, error) => _wrong.Enqueue($"{Page.Url}: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _wrong.Enqueue($"{Page.Url}: {message.Text} {message.Location}");
        };
    }
}
