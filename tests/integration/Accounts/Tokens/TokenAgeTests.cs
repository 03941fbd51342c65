using Connector.Tests.Support;

namespace Connector.Tests.Accounts.Tokens;

/// <summary>Tokens are renewed long before they expire, whether anybody uses the account or not.</summary>
public sealed class TokenAgeTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    [Theory]
    [InlineData(22, 0)]
    [InlineData(23.01, 1)]
    public async Task A_token_is_renewed_when_less_than_seven_of_its_thirty_days_are_left(double days, int renewals)
    {
        _clock.Jump(TimeSpan.FromDays(days));

        await _app.RenewTokensAsync();

        Assert.Equal(renewals, await _app.CountAsync("refresh_token"));
    }

    [Fact]
    public async Task An_account_nobody_uses_stays_connected_for_a_year()
    {
        for (var day = 0; day < 365; day += 5)
        {
            _clock.Jump(TimeSpan.FromDays(5));
            await _app.RenewTokensAsync();
        }

        Assert.Equal("active", await StatusAsync());
        Assert.Equal("published", (string?)(await _app.SettledAsync(await _app.PublishAsync()))["status"]);
        Assert.InRange(await _app.CountAsync("refresh_token"), 14, 16);
    }

    [Fact]
    public async Task The_worker_renews_a_due_token_by_itself()
    {
        _clock.Jump(TimeSpan.FromDays(23.1));

        _clock.Advance(TimeSpan.FromMinutes(10));

        await Eventually.TrueAsync(
            () => _app.Logs.Lines.Any(line => line.Contains("was renewed; it is valid until", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_renewal_that_fails_is_made_again()
    {
        await _app.FaultAsync("refresh_unavailable", times: 1);
        _clock.Jump(TimeSpan.FromDays(23.1));

        await _app.RenewTokensAsync();
        await _app.RenewTokensAsync();

        Assert.Equal(2, await _app.CountAsync("refresh_token"));
        Assert.Equal("active", await StatusAsync());
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock, null, "Logging:LogLevel:Default=Information");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<string?> StatusAsync() => (string?)(await _app.GetAsync("/v1/accounts"))["items"]![0]!["status"];
}
