using Connector.Tests.Support;

namespace Connector.Tests.Boards;

/// <summary>What the scopes, the environment or the grant of an account do not allow is said before Pinterest is called.</summary>
public sealed class PinCapabilityTests : IAsyncLifetime
{
    private const string Usual = "boards:read,boards:write,pins:read,pins:write,user_accounts:read";

    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;

    [Theory]
    [InlineData("production", "boards:read", "GET /v1/boards/1/pins", "pins:read")]
    [InlineData("production", "boards:read", "GET /v1/boards/1/sections/2/pins", "pins:read")]
    [InlineData("production", "pins:read", "GET /v1/pinterest/pins", "boards:read")]
    [InlineData("production", Usual, "GET /v1/pinterest/search?q=a", "boards:read_secret, pins:read_secret")]
    [InlineData("sandbox", null, "GET /v1/pinterest/search?q=a", "sandbox does not have this")]
    [InlineData("production", "boards:read,pins:read", "POST /v1/pinterest/pins/1/save", "boards:write, pins:write")]
    public async Task It_is_refused_with_what_is_missing(string environment, string? scope, string call, string names)
    {
        await _app.PostAsync("/v1/accounts", new { environment, access_token = "pina_1", scope });
        var calls = _pinterest.Calls.Count;

        var problem = await _app.RefusedAsync(403, "capability_unavailable", request =>
        {
            if (call.StartsWith("GET", StringComparison.Ordinal)) request.Get.Url(call.Split(' ')[1]);
            else request.Post.Json(new { board_id = "1" }).ToUrl(call.Split(' ')[1]);
        });

        Assert.Contains(names, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["remediation"]!);
        Assert.Equal(calls, _pinterest.Calls.Count);
    }

    [Fact]
    public async Task In_an_ad_accounts_name_Pinterest_is_asked_so()
    {
        await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1", scope = Usual });
        _pinterest.On("GET /v5/boards/1/pins", seen => (200, new { items = Array.Empty<object>(), bookmark = (string?)null }));

        var page = await _app.GetAsync("/v1/boards/1/pins?ad_account_id=549755885175");

        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal("549755885175", _pinterest.Calls[^1].Query("ad_account_id"));
        await _app.RefusedAsync(400, "validation_failed", call => call.Get.Url("/v1/boards/1/pins?ad_account_id=shop"));
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
