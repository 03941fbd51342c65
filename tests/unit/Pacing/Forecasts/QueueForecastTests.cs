using Connector.Pacing;
using Connector.Pacing.Cadence;
using Connector.Pacing.Forecasts;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Forecasts;

/// <summary>A forecast gives the times at which the worker then publishes: both make the same decisions.</summary>
public sealed class QueueForecastTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_pin_is_expected_when_the_decision_lets_it_go()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var (rules, queue, busy, boards) = (AnyRules(random), AnyQueue(random), AnyBoards(random), random.Next(1, 5));
            var pace = AnyPace(random, rules);

            var run = new QueueForecast(Copy(pace), queue, busy, boards, Now);
            ForecastRun.Run([run]);
            var published = new StepByStep(Copy(pace), queue, boards, Now).Busy(busy).Work().Published;

            foreach (var (id, at) in published)
            {
                var expected = run.Expected.GetValueOrDefault(id);
                Assert.True(expected?.At == at, $"Seed {seed}: {id} was published at {at:O} and expected {expected}.");
            }

            Assert.Equal(queue.Count, run.Expected.Count);
            var positions = run.Expected.Values.OrderBy(each => each.At).ThenBy(each => each.Position).Select(each => each.Position);
            Assert.Equal(Enumerable.Range(1, queue.Count), positions);
        }
    }

    [Fact]
    public void A_pin_behind_a_rule_names_it_and_one_that_is_free_names_none()
    {
        var settings = new CadenceSettings { PinsPerDay = null, PinsPerBoardPerWeek = 1 };
        var pace = new AccountPace([]) { Cadence = new CadenceHistory(CadenceRules.Of(settings)) };
        PacedPin[] queue = [Pin("a", "1"), Pin("b", "1"), Pin("c", "2")];

        var run = new QueueForecast(pace, queue, [], 4, Now);
        ForecastRun.Run([run]);

        Assert.Equal((Now, null, 1), Found("a"));
        Assert.Equal((Now.AddDays(7), "pins_per_board_per_week", 3), Found("b"));
        Assert.Equal((Now, null, 2), Found("c"));

        (DateTimeOffset, string?, int) Found(string id) => (run.Expected[id].At, run.Expected[id].Rule, run.Expected[id].Position);
    }

    [Fact]
    public void What_comes_after_the_last_pin_that_is_asked_for_is_not_simulated()
    {
        var queue = Enumerable.Range(0, 30).Select(i => Pin($"pin_{i:00}", "1")).ToList();
        var all = new QueueForecast(new AccountPace([]), queue, [], 4, Now);
        ForecastRun.Run([all]);

        var run = new QueueForecast(new AccountPace([]), queue, [], 4, Now, new HashSet<string> { "pin_03", "pin_07" });
        ForecastRun.Run([run]);

        Assert.Equal(all.Expected["pin_07"], run.Expected["pin_07"]);
        Assert.Equal(2, run.Expected.Count);
        Assert.True(run.NextAt <= all.Expected["pin_08"].At);
    }

    [Fact]
    public void Pins_of_one_board_go_one_after_the_other()
    {
        var run = new QueueForecast(new AccountPace([]), [Pin("a", "1"), Pin("b", "1"), Pin("c", "1"), Pin("d", "2")], [], 4, Now);
        ForecastRun.Run([run]);

        Assert.Equal([0, 1, 2, 0], new[] { "a", "b", "c", "d" }.Select(id => (run.Expected[id].At - Now).TotalSeconds));
    }

    [Fact]
    public void A_pin_that_joins_the_end_is_expected_as_if_it_had_been_there_from_the_beginning()
    {
        var pace = new AccountPace([.. PublishedLimits.For(new PacingOptions { OrgWrite = 4 }).Select(limit => new CallWindow(limit))])
        {
            Cadence = new CadenceHistory(CadenceRules.Of(new CadenceSettings { PinsPerDay = 7, MinGapSeconds = 2 })),
        };
        var queue = Enumerable.Range(0, 30).Select(i => Pin($"pin_{i:00}", "1")).ToList();
        var (whole, joined) = (new QueueForecast(Copy(pace), queue, [], 4, Now), new QueueForecast(Copy(pace), queue[..10], [], 4, Now));
        ForecastRun.Run([whole]);

        ForecastRun.Run([joined]);
        foreach (var pin in queue.Skip(10))
        {
            Assert.True(joined.IsLastInQueue(pin));
            joined.Add(pin, Now);
            ForecastRun.Run([joined]);
        }

        Assert.Equal(whole.Expected, joined.Expected);
        Assert.False(joined.IsLastInQueue(Pin("pin_01a", "1")));
        joined.Add(Pin("pin_98", "1") with { DueAt = Now.AddDays(9) }, Now);
        Assert.False(joined.IsLastInQueue(Pin("pin_99", "1")));
    }

    private static PacedPin Pin(string id, string board) => new() { Id = id, BoardId = board, PlaceAt = Now, DueAt = Now };

    private static AccountPace Copy(AccountPace pace) => pace.Copy(window => window.Copy(Now));

    private static AccountPace AnyPace(Random random, CadenceSettings rules)
    {
        var limits = PublishedLimits.For(new PacingOptions { OrgWrite = random.Next(2, 12), Universal = random.Next(2, 6) });
        var pace = new AccountPace([.. limits.Select(limit => new CallWindow(limit))])
        {
            Cadence = new CadenceHistory(CadenceRules.Of(rules)),
            Margin = rules.SafetyMarginPercent,
            Latency = TimeSpan.FromMilliseconds(random.Next(1, 4000)),
        };
        foreach (var pin in AnyQueue(random).OrderByDescending(_ => random.Next()).Take(random.Next(6)))
            pace.Cadence.Add(pin with { Id = "gone_" + pin.Id }, Now.AddMinutes(-random.Next(10 * 24 * 60)));
        if (random.Next(5) == 0)
            pace.Learned(PublishedLimits.OrgWrite).Tighten(new LearnedLimit(random.Next(3), Now.AddMinutes(random.Next(1, 90))), Now);
        return pace;
    }

    private static CadenceSettings AnyRules(Random random)
    {
        return new CadenceSettings
        {
            PinsPerDay = Maybe(1, 10),
            MinGapSeconds = Maybe(1, 5000) ?? 0,
            JitterPercent = Maybe(1, 100) ?? 0,
            PinsPerBoardPerWeek = Maybe(1, 5),
            DaysBetweenSameLink = Maybe(1, 4),
            PinsPerDomainPerDay = Maybe(1, 4),
            QuietHours = Maybe(0, 1439) is { } from
                ? new QuietHours(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(from + random.Next(1, 1300)))
                : null,
            Weekdays = Maybe(1, 4) is { } days ? [.. random.GetItems(Enum.GetValues<Weekday>(), days).Distinct()] : null,
            TimeZone = random.GetItems(["UTC", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo"], 1)[0],
        };

        int? Maybe(int from, int below) => random.Next(2) == 0 ? null : random.Next(from, below);
    }

    private static List<PacedPin> AnyQueue(Random random) => [.. Enumerable.Range(0, random.Next(1, 40)).Select(i =>
    {
        var due = random.Next(4) == 0 ? Now.AddMinutes(random.Next(3 * 24 * 60)) : Now;
        var domain = $"{random.Next(3)}.example";
        return new PacedPin
        {
            Id = $"pin_{i:00}",
            BoardId = $"{random.Next(5)}",
            LinkUrl = random.Next(5) == 0 ? null : $"https://{domain}/{random.Next(3)}",
            LinkDomain = random.Next(5) == 0 ? null : domain,
            Priority = random.Next(3) == 0 ? random.Next(-10, 11) : 0,
            PlaceAt = due > Now ? due : Now.AddMinutes(-random.Next(100)),
            DueAt = due,
        };
    })];

    private static List<string> AnyBoards(Random random) =>
        [.. Enumerable.Range(0, 5).Where(_ => random.Next(8) == 0).Select(board => $"{board}")];
}
