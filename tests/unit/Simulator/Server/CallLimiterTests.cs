using Connector.Pinterest;
using Connector.Simulator.Server;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Server;

public sealed class CallLimiterTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(RateCategory.OrgRead, 1000)]
    [InlineData(RateCategory.OrgWrite, 100)]
    [InlineData(RateCategory.OrgAnalytics, 60)]
    internal void A_standard_app_has_so_many_calls_a_minute_for_each_user(RateCategory category, int limit)
    {
        var limiter = new CallLimiter(_clock, new SimulatorLimits { PerSecond = int.MaxValue });

        Assert.Equal(limit, Allowed(limiter, "maria", category, limit + 5));
        Assert.Equal(5, limiter.Violations.Count);
        Assert.True(limiter.Take("peter", "app", category).Allowed);
    }

    [Fact]
    public void The_window_slides()
    {
        var limiter = new CallLimiter(_clock, new SimulatorLimits { OrgWritePerMinute = 2 });
        limiter.Take("maria", "app", RateCategory.OrgWrite);
        _clock.Advance(TimeSpan.FromSeconds(40));
        limiter.Take("maria", "app", RateCategory.OrgWrite);
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(limiter.Take("maria", "app", RateCategory.OrgWrite).Allowed);
        Assert.Equal((false, 40), limiter.Take("maria", "app", RateCategory.OrgWrite) is var refused
            ? (refused.Allowed, refused.ResetSeconds)
            : default);
    }

    [Fact]
    public void All_calls_together_have_a_limit_a_second() =>
        Assert.Equal(100, Allowed(new CallLimiter(_clock, new SimulatorLimits()), "maria", RateCategory.OrgRead, 150));

    [Fact]
    public void A_trial_app_has_its_calls_a_day_for_all_its_users_together()
    {
        var limiter = new CallLimiter(_clock, new SimulatorLimits { Tier = AccessTier.Trial, PerSecond = int.MaxValue });

        Assert.Equal(200, Allowed(limiter, "maria", RateCategory.OrgWrite, 200));
        Assert.Equal(100, Allowed(limiter, "peter", RateCategory.OrgWrite, 200));
        Assert.Equal(700, Allowed(limiter, "peter", RateCategory.OrgRead, 1000));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, Allowed(limiter, "maria", RateCategory.OrgWrite, 1));
    }

    [Fact]
    public void The_header_is_in_the_live_form_and_names_the_nearest_bucket_first()
    {
        var standing = new CallLimiter(_clock, new SimulatorLimits()).Take("maria", "app", RateCategory.OrgAnalytics);

        Assert.Equal(
            """60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app_id_user_id" """.Trim(), standing.Limit);
        Assert.Equal((59, 60), (standing.Remaining, standing.ResetSeconds));
    }

    private static int Allowed(CallLimiter limiter, string account, RateCategory category, int calls) =>
        Enumerable.Range(0, calls).Count(_ => limiter.Take(account, "app", category).Allowed);
}
