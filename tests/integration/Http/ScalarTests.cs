using System.Net;
using System.Net.Http.Headers;
using Connector.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace Connector.Tests.Http;

public sealed class ScalarTests : IAsyncLifetime
{
    private readonly string _script = Path.GetTempFileName();
    private readonly WebApplication _app;

    public ScalarTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.MapScalar(_script);
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_script);
    }

    [Fact]
    public async Task The_page_loads_only_our_own_script_and_description()
    {
        var page = await GetAsync("/scalar");

        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("src=\"/scalar/standalone.js\"", html, StringComparison.Ordinal);
        Assert.Contains("\"url\": \"/openapi/v1.json\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_not_talk_to_anybody_else()
    {
        var page = await GetAsync("/scalar");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_has_the_script_is_not_sent_it_again()
    {
        await File.WriteAllTextAsync(_script, "window.reference = true");
        var first = await GetAsync("/scalar/standalone.js");

        var second = await GetAsync("/scalar/standalone.js", first.Headers.ETag);

        Assert.Equal("window.reference = true", await first.Content.ReadAsStringAsync());
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_build_without_the_script_says_how_to_get_it()
    {
        File.Delete(_script);

        var page = await GetAsync("/scalar");
        var script = await GetAsync("/scalar/standalone.js");

        Assert.Contains("Install Node.js", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, script.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await _app.GetTestClient().SendAsync(request);
    }
}
