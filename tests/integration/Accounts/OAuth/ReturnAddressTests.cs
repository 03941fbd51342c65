using System.Net;
using System.Net.Http.Json;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Where the last page of connecting an account may link to.</summary>
public sealed class ReturnAddressTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public static TheoryData<string> ForeignReturns() =>
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example",
        "http://connector.test.evil.example", "http://connector.test@evil.example", "http://connector.test:81/",
        "https://connector.test/", "javascript:alert(1)",
        "data:text/html,x", "http://n8n.example.evil.example/", "http://n8n.example:81/", "http://evil.example/?http://n8n.example",
        "http://evil.example#n8n.example", "http://xn--n8n.example/", "ftp://n8n.example/", "/\t/evil.example",
        "http://n8n.example\n.evil.example/",
    ];

    [Theory]
    [MemberData(nameof(ForeignReturns))]
    public async Task The_last_page_links_to_no_other_host(string address)
    {
        using var refused = await _app.Admin.PostAsJsonAsync(
            "/v1/oauth/start", new { environment = "simulator", return_url = address });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("return_url", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/accounts?x=1", "http://connector.test/accounts?x=1")]
    [InlineData("http://connector.test/queue", "http://connector.test/queue")]
    [InlineData("https://n8n.example/workflow/1", "https://n8n.example/workflow/1")]
    [InlineData("http://other.example:5678/", "http://other.example:5678/")]
    [InlineData("https://n8n.example/\"><script>alert(1)</script>", "https://n8n.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task The_last_page_links_back_to_hosts_that_are_allowed(string address, string link)
    {
        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync(new { environment = "simulator", return_url = address }));

        Assert.Equal("connected", page.Code);
        Assert.Equal(link, page.Link("Back"));
    }

    [Fact]
    public async Task The_last_page_links_to_a_page_once_and_to_a_new_pin_of_the_account()
    {
        var page = await new Browser(_app).ConnectAsync(
            await _app.LinkAsync(new { environment = "simulator", return_url = "/accounts" }));

        Assert.Equal(2, page.Html.Split("/accounts\"").Length);
        Assert.Contains("/pins/new?account=acc_", page.Link("Publish a pin"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(
        new ManualClock(), null, Rehearsal.Setting, "Connector:OAuth:ReturnHosts=n8n.example, other.example:5678");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
