using Connector.Pacing;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Limits;

public sealed class AccountPaceTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly AccountPace _pace = new([.. PublishedLimits.For(new PacingOptions()).Select(l => new CallWindow(l))]);

    private void Spend(string category, int calls, DateTimeOffset at)
    {
        for (var i = 0; i < calls; i++)
        {
            _pace.Begin(category, at);
            _pace.End(category, at);
        }
    }

    [Fact]
    public void A_fresh_account_may_act_now() => Assert.True(_pace.Decide("org_write", T0).IsNow);

    [Fact]
    public void The_hundred_and_first_create_of_a_minute_waits_and_says_why()
    {
        Spend("org_write", 50, T0);
        Spend("org_write", 50, T0.AddSeconds(2));

        var decision = _pace.Decide("org_write", T0.AddSeconds(5));

        Assert.Equal(T0.AddSeconds(60), decision.NotBefore);
        Assert.Equal("org_write", decision.Rule);
        Assert.Contains("100 org_write calls per minute", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_do_not_use_up_writes()
    {
        Spend("org_read", 99, T0);

        Assert.Equal(100, _pace.Windows.Single(w => w.Limit.Rule == "org_write").Remaining(0, T0));
    }

    [Fact]
    public void All_calls_together_stay_under_the_overall_limit()
    {
        Spend("org_read", 60, T0);
        Spend("org_analytics", 40, T0);

        var decision = _pace.Decide("org_write", T0);

        Assert.Equal("universal", decision.Rule);
        Assert.Equal(T0.AddSeconds(1), decision.NotBefore);
    }

    [Fact]
    public void A_trial_app_has_a_day_shared_by_its_accounts()
    {
        var shared = PublishedLimits.For(new PacingOptions { Tier = "trial" }).Select(l => new CallWindow(l)).ToList();
        var (one, other) = (new AccountPace([.. shared]), new AccountPace([.. shared]));
        for (var i = 0; i < 300; i++)
        {
            one.Begin("org_write", T0);
            one.End("org_write", T0);
        }

        var decision = other.Decide("org_write", T0);

        Assert.Equal(T0.AddDays(1), decision.NotBefore);
        Assert.StartsWith("This Pinterest app may make 300", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Pinterest_says_only_tightens_until_its_window_passes()
    {
        var learned = _pace.Learned("org_write");
        learned.Tighten(new LearnedLimit(2, T0.AddSeconds(30)), T0);
        learned.Tighten(new LearnedLimit(50, T0.AddSeconds(10)), T0);

        Spend("org_write", 2, T0);

        Assert.Equal(T0.AddSeconds(30), _pace.Decide("org_write", T0.AddSeconds(1)).NotBefore);
        Assert.True(_pace.Decide("org_write", T0.AddSeconds(30)).IsNow);
    }

    [Fact]
    public void Refusals_without_a_wait_double_it_up_to_ten_minutes_and_an_answer_resets_it()
    {
        var learned = _pace.Learned("org_write");

        var waits = Enumerable.Range(0, 12).Select(_ => (learned.Refuse(null, T0).ResetsAt - T0).TotalSeconds).ToList();
        learned.Accepted();

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600], waits);
        Assert.Equal(T0.AddSeconds(2), learned.Refuse(null, T0).ResetsAt);
    }

    [Fact]
    public void A_wait_that_Pinterest_names_is_kept_to_the_second()
    {
        _pace.Learned("org_write").Refuse(TimeSpan.FromSeconds(17), T0);

        Assert.Equal(T0.AddSeconds(17), _pace.Decide("org_write", T0).NotBefore);
    }
}
