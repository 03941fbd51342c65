using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Api;

public sealed class TokenTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorFixture.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_code_gives_tokens_and_the_same_code_the_same_account_with_new_ones()
    {
        var first = await _simulator.GrantAsync("Maria Muster!");
        var second = await _simulator.GrantAsync("Maria Muster!");

        Assert.StartsWith("pina_", first.AccessToken, StringComparison.Ordinal);
        Assert.StartsWith("pinr_", first.RefreshToken, StringComparison.Ordinal);
        Assert.Equal((2_592_000, 5_184_000), (first.ExpiresIn, first.RefreshTokenExpiresIn));
        Assert.Equal((_simulator.Clock.GetUtcNow() + TimeSpan.FromDays(60)).ToUnixTimeSeconds(), first.RefreshTokenExpiresAt);
        Assert.Contains("pins:write", first.Scope, StringComparison.Ordinal);
        Assert.NotEqual(first.AccessToken, second.AccessToken);
        Assert.Equal("maria_muster", (await AccountAsync(first)).Username);
        Assert.Equal((await AccountAsync(first)).Id, (await AccountAsync(second)).Id);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once()
    {
        var old = await _simulator.GrantAsync();

        var renewed = await RefreshAsync(old);

        Assert.NotEqual(old.RefreshToken, renewed.RefreshToken);
        Assert.Equal("maria", (await AccountAsync(renewed)).Username);
        await RefusedAsync(FailureKind.GrantRefused, () => RefreshAsync(old));
        await RefreshAsync(renewed);
    }

    [Fact]
    public async Task Tokens_expire()
    {
        var grant = await _simulator.GrantAsync();

        _simulator.Clock.Advance(TimeSpan.FromDays(30));
        await RefusedAsync(FailureKind.TokenExpired, () => AccountAsync(grant));
        var renewed = await RefreshAsync(grant);
        await AccountAsync(renewed);

        _simulator.Clock.Advance(TimeSpan.FromDays(60));
        await RefusedAsync(FailureKind.GrantRefused, () => RefreshAsync(renewed));
    }

    [Fact]
    public async Task Grace_for_a_replaced_refresh_token_is_there_when_ordered_and_ends()
    {
        var old = await _simulator.GrantAsync();
        _simulator.Faults.Add(new FaultRule("maria", "refresh_grace") { Seconds = 60 });
        await RefreshAsync(old);

        await RefreshAsync(old);

        await RefusedAsync(FailureKind.GrantRefused, () => RefreshAsync(old));
    }

    [Fact]
    public async Task A_refresh_can_be_answered_twice_with_the_same_new_pair()
    {
        var old = await _simulator.GrantAsync();
        _simulator.Faults.Add(new FaultRule("maria", "refresh_twice") { Seconds = 60 });
        var first = await RefreshAsync(old);

        _simulator.Clock.Advance(TimeSpan.FromSeconds(59));
        var second = await RefreshAsync(old);

        Assert.Equal(
            (first.AccessToken, first.RefreshToken, first.ExpiresIn - 59), (second.AccessToken, second.RefreshToken, second.ExpiresIn));
        Assert.NotEqual((old.AccessToken, old.RefreshToken), (second.AccessToken, second.RefreshToken));
        await AccountAsync(second);
        _simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        await RefusedAsync(FailureKind.GrantRefused, () => RefreshAsync(old));
        await RefreshAsync(second);
    }

    [Fact]
    public async Task A_lost_refresh_has_rotated_all_the_same()
    {
        var old = await _simulator.GrantAsync();
        _simulator.Faults.Add(new FaultRule("maria", "refresh_lost"));

        await RefusedAsync(FailureKind.NoAnswer, () => RefreshAsync(old));

        await RefusedAsync(FailureKind.GrantRefused, () => RefreshAsync(old));
    }

    [Theory]
    [InlineData("refresh_refused", nameof(FailureKind.GrantRefused))]
    [InlineData("refresh_unavailable", nameof(FailureKind.ServerError))]
    public async Task A_refresh_that_is_turned_away_spends_nothing(string fault, string kind)
    {
        var old = await _simulator.GrantAsync();
        _simulator.Faults.Add(new FaultRule("maria", fault));

        await RefusedAsync(Enum.Parse<FailureKind>(kind), () => RefreshAsync(old));

        await RefreshAsync(old);
    }

    private Task<TokenGrant> RefreshAsync(TokenGrant grant) =>
        _simulator.Pinterest.RefreshAsync(PinterestEnvironment.Simulator, SimulatorFixture.App, grant.RefreshToken!, default);

    private Task<UserAccount> AccountAsync(TokenGrant grant) =>
        _simulator.Pinterest.GetUserAccountAsync(new(PinterestEnvironment.Simulator, grant.AccessToken, _simulator.Meter), default);

    private static async Task RefusedAsync(FailureKind kind, Func<Task> call) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<PinterestException>(call)).Failure.Kind);
}
