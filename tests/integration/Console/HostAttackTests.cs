using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>DNS rebinding: a page elsewhere makes its own name lead to this machine. The browser then asks for that name.</summary>
public sealed class HostAttackTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await SidecarApp.StartAsync(settings: "Connector:PublicUrl=https://pins.example.com");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:5280", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("pins.example.com.evil.example", 421)]
    [InlineData("203.0.113.7", 421)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:5280", 200)]
    [InlineData("127.0.0.1:5280", 200)]
    [InlineData("[::1]:5280", 200)]
    public async Task The_console_answers_only_by_names_it_was_told(string host, int status)
    {
        var owner = await Visitor.OwnerAsync(_app);

        var page = await owner.GetAsync("/", ("Host", host));
        var signIn = await Visitor.To(_app).GetAsync("/sign-in", ("Host", host));

        Assert.Equal((status, status), (page.Status, signIn.Status));
        if (status == 200) return;

        Assert.Contains("Connector:PublicUrl", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Simulator", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"key\"", signIn.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost:99999")]
    [InlineData("evil.example:99999")]
    public async Task A_host_that_makes_no_address_is_refused_with_a_page(string? host)
    {
        var server = (TestServer)_app.Services.GetRequiredService<IServer>();
        foreach (var path in new[] { "/sign-in", "/no-page" })
        {
            var answer = await server.SendAsync(http =>
            {
                (http.Request.Method, http.Request.Path) = ("GET", path);
                http.Request.Headers.Host = host;
                http.Request.Headers.Accept = "text/html";
            });

            Assert.Equal(421, answer.Response.StatusCode);
            Assert.Contains("unknown_host", await new StreamReader(answer.Response.Body).ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_app.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_header_of_a_proxy_does_not_make_a_host_known()
    {
        var owner = await Visitor.OwnerAsync(_app);

        Assert.Equal(421, (await owner.GetAsync("/", ("Host", "evil.example"), ("X-Forwarded-Host", "localhost"))).Status);
        Assert.Equal(200, (await owner.GetAsync("/", ("X-Forwarded-Host", "evil.example"))).Status);
    }

    [Fact]
    public async Task A_key_is_not_looked_at_for_an_unknown_host()
    {
        var victim = Visitor.To(_app);
        await victim.GetAsync("/sign-in");

        var answer = await victim.PostAsync(
            "/sign-in", [("_handler", "key"), ("key", SidecarApp.BootstrapKey)], ("Host", "evil.example"));

        Assert.Equal(421, answer.Status);
        Assert.DoesNotContain(Visitor.SessionCookie, victim.Cookies.Keys);
    }

    [Fact]
    public async Task The_stream_of_events_needs_a_known_host_too()
    {
        var owner = await Visitor.OwnerAsync(_app);

        Assert.Equal(401, (await owner.GetAsync("/v1/events/stream", ("Host", "evil.example"))).Status);
    }

    [Fact]
    public async Task Behind_TLS_the_cookie_is_for_TLS_alone()
    {
        var visitor = Visitor.To(_app);
        await visitor.GetAsync("/sign-in", ("Host", "pins.example.com"));

        var answer = await visitor.PostAsync(
            "/sign-in", [("_handler", "key"), ("key", SidecarApp.BootstrapKey)], ("Host", "pins.example.com"));

        var cookie = Assert.Single(answer.SetCookies, cookie => cookie.Contains("connector_session", StringComparison.Ordinal));
        Assert.StartsWith("__Host-connector_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await visitor.GetAsync("/", ("Host", "pins.example.com"))).Status);
        Assert.True((await visitor.GetAsync("/")).AsksToSignIn);
        Assert.Equal(200, await StreamAsync($"__Host-connector_session={visitor.Cookies["__Host-connector_session"]}"));
    }

    [Fact]
    public async Task The_API_does_not_ask_for_the_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/whoami", UriKind.Relative));
        request.Headers.Host = "connector.internal";

        using var answer = await _app.Admin.SendAsync(request);

        Assert.NotNull(JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()));
    }

    // The stream has no end: only its head is read.
    private async Task<int> StreamAsync(string cookie)
    {
        using var client = _app.As(null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events/stream");
        request.Headers.Host = "pins.example.com";
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }
}
