using Connector.Pins.Lifecycle;
using Connector.Publishing.Reconciliation;

namespace Connector.Tests.Publishing.Reconciliation;

public sealed class ReconciliationDecisionTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan[] Schedule =
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    private static ReconciliationStep After(double seconds, params string[] results) =>
        ReconciliationDecision.Decide([.. results.Select(Lookup)], Schedule, T0, T0.AddSeconds(seconds));

    private static BoardLookup Lookup(string result) =>
        new() { At = T0, Result = result, Note = "note", Candidates = [new Candidate("7", "marker")] };

    [Theory]
    [InlineData(10, "absent", 20)]
    [InlineData(30, "absent absent", 90)]
    [InlineData(120, "absent absent absent", 180)]
    [InlineData(120, "absent unavailable absent absent", 180)]
    [InlineData(3_700, "absent", 20)]
    [InlineData(3_700, "absent absent absent", 180)]
    [InlineData(10, "unavailable", 30)]
    [InlineData(300, "absent absent absent moved", 30)]
    public void The_board_is_read_again_at_the_next_time_of_the_schedule(double at, string results, double wait)
    {
        var step = After(at, results.Split(' '));

        Assert.Null(step.Conclusion);
        Assert.Equal(wait, step.NextLookup.TotalSeconds);
    }

    [Theory]
    [InlineData("found", "found")]
    [InlineData("absent absent found", "found")]
    [InlineData("absent absent absent absent", "absent")]
    [InlineData("absent absent absent moved absent", "absent")]
    [InlineData("several", "undecided")]
    [InlineData("refused", "undecided")]
    [InlineData("absent too_long", "undecided")]
    [InlineData("moved moved moved moved moved moved moved", "undecided")]
    public void The_readings_so_far_decide_the_outcome(string results, string conclusion)
    {
        var step = After(301, results.Split(' '));

        Assert.Equal(conclusion, step.Conclusion);
        Assert.Equal(conclusion == "found" ? "7" : null, step.PinterestPinId);
        Assert.True(step.Reason.Length > 3);
    }

    [Fact]
    public void A_board_that_cannot_be_read_for_a_day_leaves_it_undecided()
    {
        Assert.Null(After(86_000, "unavailable").Conclusion);
        Assert.Equal("undecided", After(86_401, "unavailable").Conclusion);
    }

    /// <summary>The second promise: nothing is sent again before the board was seen without it, more than once, over minutes.</summary>
    [Fact]
    public void Absence_is_never_believed_before_the_last_lookup_of_the_schedule()
    {
        for (var lookups = 1; lookups < Schedule.Length; lookups++)
            Assert.Null(After(86_000, [.. Enumerable.Repeat("absent", lookups)]).Conclusion);
    }
}
