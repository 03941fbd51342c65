using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Accounts;

/// <summary>What an admin key that is limited to accounts can connect: only the accounts that it sees, again.</summary>
public sealed class LimitedKeyConnectTests : IAsyncLifetime
{
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;
    private string _mine = null!, _hidden = null!;
    private HttpClient _limited = null!;

    [Fact]
    public async Task It_renews_an_account_that_it_sees()
    {
        _pinterest.KnowsUser("pina_new", "1", "lamps");

        var (status, text) = await ConnectAsync("pina_new", scope: "pins:read");

        Assert.Equal((200, _mine), (status, (string?)JsonNode.Parse(text)!["id"]));
        Assert.Equal("pins:read", Row(_mine).Scopes);
    }

    [Fact]
    public async Task An_account_that_it_does_not_see_is_neither_renewed_nor_told_from_one_that_is_not_there()
    {
        var before = Row(_hidden);
        _pinterest.KnowsUser("pina_hidden", "2", "chairs");
        var hidden = await ConnectAsync("pina_hidden", "boards:read");
        _pinterest.KnowsUser("pina_nobody", "3", "tables");
        var missing = await ConnectAsync("pina_nobody", "boards:read");

        Assert.Equal((403, "key_limited"), (hidden.Status, Code(hidden.Text)));
        Assert.Equal((missing.Status, Words(missing.Text)), (hidden.Status, Words(hidden.Text)));
        Assert.Equal(before, Row(_hidden));
        Assert.Equal(3, (await _app.GetAsync("/v1/accounts"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_account_that_was_deleted_does_not_come_back()
    {
        await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/accounts/{_mine}");
        _pinterest.KnowsUser("pina_new", "1", "lamps");

        var (status, text) = await ConnectAsync("pina_new", "pins:read");

        Assert.Equal((403, "key_limited"), (status, Code(text)));
        Assert.NotNull(Row(_mine).DeletedAt);
    }

    [Fact]
    public async Task A_simulator_account_can_be_renewed_and_none_added()
    {
        var simulated = await _app.SimulatorAccountAsync("Seen");
        using var limited = await _app.LimitedToAsync("admin", simulated);

        var seen = await limited.AskAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Seen" });
        var hidden = await limited.AskAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Simulator" });
        var missing = await limited.AskAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Nobody" });

        Assert.Equal((200, simulated), (seen.Status, (string?)JsonNode.Parse(seen.Text)!["id"]));
        Assert.Equal((403, 403), (hidden.Status, missing.Status));
        Assert.Equal(Words(missing.Text), Words(hidden.Text));
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
        (_mine, _hidden) = (await AddAsync("pina_first", "1", "lamps"), await AddAsync("pina_second", "2", "chairs"));
        _limited = await _app.LimitedToAsync("admin", _mine);
    }

    public async ValueTask DisposeAsync()
    {
        _limited.Dispose();
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
    }

    private async Task<string> AddAsync(string token, string id, string username)
    {
        _pinterest.KnowsUser(token, id, username);
        return (string)(await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = token }))["id"]!;
    }

    private Task<(int Status, string Text)> ConnectAsync(string token, string scope) =>
        _limited.AskAsync(HttpMethod.Post, "/v1/accounts", new { environment = "production", access_token = token, scope });

    private AccountRow Row(string id) => _app.Services.GetRequiredService<Database>().Read(
        sql => sql.Find<AccountRow>("select * from accounts where id = @id", new { id }))!;

    private static string? Code(string text) => (string?)JsonNode.Parse(text)!["code"];

    private static (string?, string?) Words(string text) =>
        ((string?)JsonNode.Parse(text)!["detail"], (string?)JsonNode.Parse(text)!["remediation"]);
}
