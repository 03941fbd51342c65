using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>An account says what cannot be done with it, and why.</summary>
public sealed class CapabilityTests : IAsyncLifetime
{
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;

    [Theory]
    [InlineData("production", "boards:read,boards:write,pins:read,pins:write,user_accounts:read", "search_pins")]
    [InlineData("production", "boards:read,boards:read_secret,boards:write,pins:read,pins:read_secret,pins:write,user_accounts:read")]
    [InlineData("production", null)]
    [InlineData(
        "production", "boards:read pins:read",
        "images", "videos", "create_boards", "delete_boards", "change_sections", "account_metrics", "search_pins",
        "edit_published", "save_pins")]
    [InlineData("production", "boards:read,boards:write,pins:read,pins:write", "account_metrics", "search_pins")]
    [InlineData("sandbox", "boards:read,boards:write,pins:read,pins:write,user_accounts:read", "pin_metrics", "account_metrics",
        "search_pins")]
    public async Task What_its_scopes_or_its_environment_do_not_allow_is_said(string environment, string? scope, params string[] lacking)
    {
        var account = await _app.PostAsync("/v1/accounts", new { environment, access_token = "pina_1", scope });

        Assert.Equal(
            lacking, account["capabilities"]!.AsArray().Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!));
        Assert.All(account["capabilities"]!.AsArray(), one => Assert.Equal((bool)one!["available"]!, (string?)one["reason"] is null));
    }

    [Fact]
    public async Task The_scopes_that_a_token_lacks_are_named()
    {
        var account = await _app.PostAsync(
            "/v1/accounts", new { environment = "production", access_token = "pina_1", scope = "boards:read boards:write pins:read" });

        var images = account["capabilities"]!.AsArray().Single(one => (string?)one!["name"] == "images")!;
        Assert.Contains("lacks pins:write;", (string?)images["reason"], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }
}
