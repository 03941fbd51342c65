using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.View;
using Connector.Seasons;

namespace Connector.Tests.Pins.View;

public sealed class WaitingReasonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PaceDecision Free = PaceDecision.Now(Now);
    private static readonly PaceDecision Paced = new(Now.AddSeconds(30), "org_write", "This account has used its calls.");

    private static WaitingFor? For(
        string status, string account = "active", PaceDecision? pace = null, double dueIn = -1, string? waitCode = null, int position = 1,
        string? rule = null)
    {
        var message = waitCode is null ? null : "Pinterest was busy.";
        var pin = new PinRow { Status = status, DueAt = Now.AddSeconds(dueIn), WaitCode = waitCode, WaitMessage = message };
        var hold = account == "active" ? null : new AccountHold("user", "Held by the user.", null);
        var expected = new Expected(Now.AddSeconds(40), position, rule, rule is null ? null : "Board 7 takes 15 a week.");
        return WaitingReason.For(pin, account, hold, pace ?? Free, expected, Now);
    }

    /// <summary>The fourth promise: never a silent state.</summary>
    [Fact]
    public void Every_state_that_is_not_final_says_what_it_waits_for() =>
        Assert.All(PinStatus.All, status => Assert.Equal(PinStatus.IsFinal(status), For(status) is null));

    [Fact]
    public void A_held_account_comes_before_any_other_reason()
    {
        var waiting = For("queued", account: "held", pace: Paced, dueIn: 60, waitCode: "backoff")!;

        Assert.Equal("account_hold", waiting.Code);
        Assert.Equal("Held by the user.", waiting.Message);
        Assert.Null(waiting.Until);
    }

    [Fact]
    public void A_pin_that_backs_off_says_why_and_until_when()
    {
        var waiting = For("queued", dueIn: 60, waitCode: "backoff")!;

        Assert.Equal(("backoff", "Pinterest was busy.", Now.AddSeconds(60)), (waiting.Code, waiting.Message, waiting.Until));
    }

    [Fact]
    public void A_scheduled_pin_waits_for_its_time() =>
        Assert.Equal(("publish_at", Now.AddSeconds(90)), For("scheduled", dueIn: 90) is { } w ? (w.Code, w.Until!.Value) : default);

    [Theory]
    [InlineData(null, "season", "The season of its event, 2027-02-14, has not begun.")]
    [InlineData(120, "publish_at", "Its time has not come.")]
    public void A_pin_waits_for_its_season_unless_it_has_a_time_of_its_own(int? publishIn, string code, string message)
    {
        var season = SeasonWindow.Of(new DateOnly(2027, 2, 14), 60, TimeZoneInfo.Utc);
        var publishAt = publishIn is { } seconds ? Now.AddSeconds(seconds) : (DateTimeOffset?)null;
        var pin = new PinRow { Status = "scheduled", PublishAt = publishAt }.InSeason(season);
        pin = pin with { DueAt = pin.WantedAt!.Value };

        var waiting = WaitingReason.For(pin, "active", null, Free, null, Now)!;

        Assert.Equal((code, message, publishAt ?? season.From), (waiting.Code, waiting.Message, waiting.Until!.Value));
    }

    [Fact]
    public void A_paced_pin_names_the_rule_and_its_own_time() =>
        Assert.Equal(
            ("pace", "This account has used its calls.", Now.AddSeconds(40)),
            For("queued", pace: Paced) is { } w ? (w.Code, w.Message, w.Until!.Value) : default);

    [Fact]
    public void A_pin_behind_others_says_how_many() =>
        Assert.Equal("4 of this account's pins go first.", For("queued", position: 5)!.Message);

    [Fact]
    public void A_rule_about_its_own_board_says_more_than_one_about_all_pins() =>
        Assert.Equal(
            "1 of this account's pins goes first. Board 7 takes 15 a week.",
            For("queued", pace: Paced, position: 2, rule: "pins_per_board_per_week")!.Message);

    [Theory]
    [InlineData("held", "reconciling")]
    [InlineData("reconnect_required", "account_hold")]
    public void A_pin_that_is_looked_for_waits_for_its_account_only_when_nothing_can_be_read_in_its_name(string account, string code) =>
        Assert.Equal(code, For("publishing", account, waitCode: "reconciling")!.Code);

    [Fact]
    public void A_pin_of_a_disconnected_account_says_how_it_can_continue()
    {
        var pin = new PinRow { Status = "publishing", WaitCode = "reconciling" };

        var waiting = WaitingReason.For(pin, "reconnect_required", null, Free, null, Now)!;

        Assert.Contains("POST /v1/accounts", waiting.Message, StringComparison.Ordinal);
    }
}
