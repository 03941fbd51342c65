using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Publishing.Worker;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Worker;

/// <summary>
/// The pin that follows is claimed as the last one is written down, in the same transaction, if nothing speaks against it.
/// </summary>
public sealed class FollowingPinTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";
    private Claim _first = null!;
    private PinRow _second = null!;

    private QueueStore Store => _app.Services.GetRequiredService<QueueStore>();

    private PaceLedger Pace => _app.Services.GetRequiredService<PaceLedger>();

    private AccountRow Account => _app.Services.GetRequiredService<AccountStore>().Find(_account)!;

    // Two pins of a held account, so that no worker takes them; the first is claimed by hand.
    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock(), settings: "Logging:LogLevel:Default=Warning");
        _account = await _app.FirstAccountAsync();
        await _app.PostAsync($"/v1/accounts/{_account}/hold");
        _first = (await Store.ClaimAsync(_account, await _app.PublishAsync(), clockConfirmed: true))!;
        var id = await _app.PublishAsync(SidecarApp.Pin(("board", "Recipes")));
        _second = _app.Services.GetRequiredService<PinStore>().Find(id)!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_is_claimed_with_an_attempt_of_its_own_when_all_is_as_it_was()
    {
        var following = await SettleAsync(Next());

        Assert.Equal(_second.Id, following!.Pin.Id);
        Assert.Equal(("published", "publishing"), (await StatusAsync(_first.Pin.Id), await StatusAsync(_second.Id)));
        Assert.Single(await AttemptsAsync());
    }

    [Theory]
    [InlineData("active", "the account was held meanwhile")]
    [InlineData("reconnect_required", "the account was held and waits for a person since")]
    public async Task An_account_that_changed_meanwhile_takes_no_other_pin(string before, string why)
    {
        var following = await SettleAsync(Next() with { Account = Account with { Status = before } });

        Assert.True(following is null, why);
        Assert.Equal(("published", "queued"), (await StatusAsync(_first.Pin.Id), await StatusAsync(_second.Id)));
        Assert.Empty(await AttemptsAsync());
    }

    [Fact]
    public async Task An_account_that_was_deleted_meanwhile_takes_no_other_pin()
    {
        var next = Next();
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/accounts/{_account}", null);

        Assert.Null(await SettleAsync(next));
        Assert.Equal(("published", "canceled"), (await StatusAsync(_first.Pin.Id), await StatusAsync(_second.Id)));
        Assert.Empty(await AttemptsAsync());
    }

    [Fact]
    public async Task A_pin_that_was_canceled_meanwhile_is_not_taken()
    {
        var next = Next();
        await _app.PostAsync($"/v1/pins/{_second.Id}/cancel");

        Assert.Null(await SettleAsync(next));
        Assert.Equal("canceled", await StatusAsync(_second.Id));
    }

    [Fact]
    public async Task A_connector_that_stops_takes_no_other_pin()
    {
        using var stop = new CancellationTokenSource();
        var (next, _) = _app.Services.GetRequiredService<PinClaimer>().Choose(Account, _second.Paced, stop.Token);
        await stop.CancelAsync();

        Assert.Null(await SettleAsync(next!));
        Assert.Equal(("published", "queued"), (await StatusAsync(_first.Pin.Id), await StatusAsync(_second.Id)));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("settings")]
    [InlineData("apps")]
    public async Task An_account_that_was_limited_meanwhile_takes_no_other_pin(string how)
    {
        var (next, _) = _app.Services.GetRequiredService<PinClaimer>().Choose(Account, _second.Paced, CancellationToken.None);
        switch (how)
        {
            case "refused":
                Pace.Begin(_account, PublishedLimits.OrgWrite);
                var refused = new PaceReading(null, null, TimeSpan.FromSeconds(9), Refused: true, [], _app.Clock!.GetUtcNow());
                Pace.End(_account, PublishedLimits.OrgWrite, refused);
                break;
            case "settings":
                Pace.Invalidate(_account);
                break;
            default:
                Pace.ForgetApps();
                break;
        }

        Assert.Null(await SettleAsync(next!));
        Assert.Equal("queued", await StatusAsync(_second.Id));
    }

    [Fact]
    public async Task Another_account_that_is_limited_makes_no_difference()
    {
        var other = await _app.SimulatorAccountAsync("Other shop");
        var (next, _) = _app.Services.GetRequiredService<PinClaimer>().Choose(Account, _second.Paced, CancellationToken.None);
        Pace.Invalidate(other);

        Assert.NotNull(await SettleAsync(next!));
    }

    [Fact]
    public async Task Pins_that_are_chosen_at_once_never_exceed_a_rule_however_late_they_are_claimed()
    {
        await _app.SetAsync(_account, new { pins_per_day = 2 });
        var third = _second.Paced with { Id = "pin_third", BoardId = "third" };
        Pace.Confirm(_account, new ChosenPin(_first.Pin.Paced, _first.At), _first.Pin.Paced);

        var second = Pace.TryBegin(_account, _second.Paced);
        Assert.True(second.IsNow);
        Assert.Equal("pins_per_day", Pace.TryBegin(_account, third).Rule);

        // Read anew from a database that does not know the second yet.
        Pace.Invalidate(_account);
        Assert.Equal("pins_per_day", Pace.TryBegin(_account, third).Rule);

        Pace.Release(_account, new ChosenPin(_second.Paced, second.NotBefore));
        Assert.True(Pace.TryBegin(_account, third).IsNow);
    }

    [Fact]
    public async Task An_outcome_is_written_even_if_the_pin_that_follows_cannot_be_chosen()
    {
        using var scope = _app.Services.CreateScope();
        var runner = scope.ServiceProvider.GetRequiredService<AttemptRunner>();

        var following = await runner.RunAsync(_first, () => throw new InvalidOperationException("mine"), CancellationToken.None);

        Assert.Null(following);
        Assert.Equal("published", await StatusAsync(_first.Pin.Id));
        Assert.Contains(_app.Logs.Lines, line => line.Contains("could not be chosen", StringComparison.Ordinal));
    }

    private NextPin Next() => new(Account, _second.Paced, _app.Clock!.GetUtcNow(), true, () => true);

    private async Task<Claim?> SettleAsync(NextPin next)
    {
        var (isRecorded, following) = await Store.CompleteAsync(_first, AttemptDecision.Accepted(new PinReceipt("123", 201, null)), next);
        Assert.True(isRecorded);
        return following;
    }

    private async Task<string?> StatusAsync(string id) => (string?)(await _app.GetAsync($"/v1/pins/{id}"))["status"];

    private async Task<IEnumerable<object?>> AttemptsAsync() =>
        (await _app.GetAsync($"/v1/pins/{_second.Id}/attempts"))["items"]!.AsArray();
}
