using Connector.Publishing.Worker;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Worker;

public sealed class OutageWatchTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(95, 10)]
    [InlineData(5, 10)]
    [InlineData(1.2, 10)]
    public void At_any_pace_an_outage_from_the_beginning_is_seen_after_ten_failures(double aMinute, int expected) =>
        Assert.Equal(expected, FailuresUntilOutage(new OutageWatch(_clock), aMinute));

    [Theory]
    [InlineData(95)]
    [InlineData(30)]
    [InlineData(14)]
    [InlineData(2)]
    public void At_any_pace_an_outage_after_an_hour_without_failures_is_seen_within_ninety_creates(double aMinute)
    {
        var watch = new OutageWatch(_clock);
        for (var each = 0; each < 60 * aMinute; each++) Record(watch, aMinute, failed: false);

        Assert.InRange(FailuresUntilOutage(watch, aMinute), 2, 90);
    }

    /// <summary>The brown-out, at every pace, for many hours.</summary>
    [Theory]
    [InlineData(95, 7)]
    [InlineData(10, 8)]
    [InlineData(1.2, 9)]
    public void One_failure_in_five_at_random_is_taken_for_an_outage_less_than_once_in_a_thousand_creates(double aMinute, int seed)
    {
        var (random, outages) = (new Random(seed), 0);
        var watch = new OutageWatch(_clock);
        for (var each = 0; each < 20_000; each++)
        {
            if (Record(watch, aMinute, random.NextDouble() < 0.2) is not OutageChange.Began) continue;
            outages++;
            watch = new OutageWatch(_clock);
        }

        Assert.InRange(outages, 0, 20);
    }

    [Theory]
    [InlineData("f", "goes on")]
    [InlineData("sff", "goes on")]
    [InlineData("sfsff", "goes on")]
    [InlineData("s", "")]
    [InlineData("ss", "")]
    [InlineData("sf", "")]
    [InlineData("sss", "ended")]
    [InlineData("sfss", "ended")]
    [InlineData("sfsfs", "ended")]
    public void A_few_probes_decide_by_the_share_that_failed(string probes, string expected)
    {
        var watch = new OutageWatch(_clock);
        FailuresUntilOutage(watch, 95);
        watch.BeginProbes();

        var said = probes.Select(probe => watch.Record(probe == 'f')).ToList();

        Assert.All(said.SkipLast(1), change => Assert.IsType<OutageChange.None>(change));
        Assert.Equal(expected, said[^1] switch { OutageChange.GoesOn => "goes on", OutageChange.Ended => "ended", _ => "" });
        Assert.Equal((expected != "ended", expected.Length == 0), (watch.IsOutage, watch.MayProbe));
    }

    [Fact]
    public void After_an_outage_the_share_is_counted_anew()
    {
        var watch = new OutageWatch(_clock);
        FailuresUntilOutage(watch, 95);
        watch.BeginProbes();
        for (var probe = 0; probe < 3; probe++) watch.Record(failed: false);

        Assert.Equal(10, FailuresUntilOutage(watch, 95));
    }

    private int FailuresUntilOutage(OutageWatch watch, double aMinute)
    {
        var failures = 1;
        while (Record(watch, aMinute, failed: true) is not OutageChange.Began) failures++;
        return failures;
    }

    private OutageChange Record(OutageWatch watch, double aMinute, bool failed)
    {
        _clock.Advance(TimeSpan.FromMinutes(1 / aMinute));
        return watch.Record(failed);
    }
}
