using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Connecting an account in a browser, against the simulator's own app and consent page.</summary>
public sealed class RehearsedConnectTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    [Fact]
    public async Task A_person_allows_it_and_the_account_publishes()
    {
        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync(), "Lamps");

        Assert.Equal((200, "Connected: lamps", "connected"), (page.Status, page.Title, page.Code));
        var account = (await _app.GetAsync("/v1/accounts"))["items"]![0]!;
        Assert.Equal(("lamps", "authorization_code"), ((string?)account["username"], (string?)account["grant"]));
        Assert.True((bool)account["capabilities"]!.AsArray().Single(one => (string?)one!["name"] == "images")!["available"]!);
        var pin = await _app.SettledAsync(await _app.PublishAsync(SidecarApp.Pin(("account_id", (string)account["id"]!))));
        Assert.Equal("published", (string?)pin["status"]);
    }

    [Fact]
    public async Task The_same_user_again_is_renewed_and_what_waited_goes_on()
    {
        var id = await _app.FirstAccountAsync();
        await _app.FaultAsync("refresh_refused");
        _app.Clock!.Jump(TimeSpan.FromDays(31));
        using (var refused = await _app.Admin.GetAsync("/v1/boards"))
        {
            var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
            Assert.Equal($"{Rehearsal.PublicUrl}/accounts/{id}/connect", (string?)problem["connect_url"]);
        }

        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync(new { account_id = id }));

        Assert.Equal((200, "connected"), (page.Status, page.Code));
        Assert.Equal("active", (string?)(await _app.AccountAsync(id))["status"]);
        _app.Clock.Jump(TimeSpan.FromDays(31));
        await _app.GetAsync("/v1/boards");
        Assert.Equal("active", (string?)(await _app.AccountAsync(id))["status"]);
    }

    [Fact]
    public async Task The_page_of_the_account_that_is_connected_again_proposes_its_user()
    {
        var consent = await new Browser(_app).OpenAsync(await _app.LinkAsync(new { account_id = await _app.FirstAccountAsync() }));

        Assert.Equal("Rehearsal: allow access?", consent.Title);
        Assert.Contains("value=\"simulator\"", consent.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_in_between_changes_nothing()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            string link;
            await using (var before = await SidecarApp.StartAsync(clock, data, Rehearsal.Setting)) link = await before.LinkAsync();
            await using var after = await SidecarApp.StartAsync(clock, data, Rehearsal.Setting);

            Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)(await new Browser(after).ConnectAsync(link)).Status);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock(), null, Rehearsal.Setting);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
