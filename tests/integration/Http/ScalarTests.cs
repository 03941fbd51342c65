using System.Net;
using System.Text.RegularExpressions;
using Connector.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Net.Http.Headers;

namespace Connector.Tests.Http;

public sealed partial class ScalarTests : IAsyncLifetime
{
    private readonly WebApplication _app;

    public ScalarTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.MapScalar();
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_page_loads_only_our_own_scripts_and_description()
    {
        var html = await (await GetAsync("/scalar/")).Content.ReadAsStringAsync();

        Assert.Equal(["scalar.js", "scalar.aspnetcore.js"], Source().Matches(html).Select(match => match.Groups[1].Value));
        Assert.Contains("\"url\":\"openapi/v1.json\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_talk_to_the_internet_is_off()
    {
        var html = await (await GetAsync("/scalar/")).Content.ReadAsStringAsync();

        foreach (var setting in new[]
        {
            "\"withDefaultFonts\":false", "\"telemetry\":false", "\"agent\":{\"disabled\":true}", "\"mcp\":{\"disabled\":true}"
        })
            Assert.Contains(setting, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_not_talk_to_anybody_else()
    {
        var policy = PolicyOf(await GetAsync("/scalar/"));

        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own_and_no_other_inline_script_may_run()
    {
        var (first, second) = (await GetAsync("/scalar/"), await GetAsync("/scalar/"));

        var html = await first.Content.ReadAsStringAsync();
        var nonce = Nonce().Match(PolicyOf(first)).Groups[1].Value;
        Assert.True(nonce.Length >= 22);
        Assert.Equal(3, Script().Count(html));
        Assert.All(Script().Matches(html), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("'unsafe-inline'", ScriptRule().Match(PolicyOf(first)).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", PolicyOf(first), StringComparison.Ordinal);
        Assert.NotEqual(PolicyOf(first), PolicyOf(second));
    }

    [Fact]
    public async Task The_address_without_a_slash_leads_to_the_page()
    {
        var answer = await GetAsync("/scalar");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("scalar/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("scalar.js")]
    [InlineData("scalar.aspnetcore.js")]
    public async Task A_browser_that_has_a_script_is_not_sent_it_again(string script)
    {
        var first = await GetAsync($"/scalar/{script}");

        var second = await GetAsync($"/scalar/{script}", first.Headers.ETag!.ToString());

        Assert.Equal("text/javascript", first.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, known);
        return await _app.GetTestClient().SendAsync(request);
    }

    private static string PolicyOf(HttpResponseMessage page) => Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("src=\"([^\"]*)\"")]
    private static partial Regex Source();

    [GeneratedRegex("'nonce-([A-Za-z0-9_+/=-]+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("script-src [^;]*")]
    private static partial Regex ScriptRule();
}
