using Connector.Demo;

namespace Connector.Tests.Demo;

public sealed class DemoLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CatalogRow Row = new(2, "Lamp", "", "", "lamp.jpg", "Home");

    [Fact]
    public void A_row_that_was_not_sent_says_why()
    {
        var line = new DemoLine(Row, Problem: "The row names no board.");

        Assert.Equal("  2  Lamp                                            not sent    The row names no board.", line.Text(Now));
    }

    [Theory]
    [InlineData(0, "Expected now.")]
    [InlineData(4, "Expected in 4 s.")]
    [InlineData(120, "Expected in 2 min.")]
    [InlineData(36_000, "Expected in 10 h.")]
    public void A_waiting_pin_says_why_and_how_long(int seconds, string expected)
    {
        var line = Waiting(Now.AddSeconds(seconds));

        Assert.Equal($"This account is paced. {expected}", line.Explain(Now));
    }

    [Fact]
    public void A_published_pin_shows_its_Pinterest_id()
    {
        var line = new DemoLine(Row, new DemoPin("pin_1", "published") { PinterestPinId = "813" });

        Assert.Equal("Pinterest id 813", line.Explain(Now));
    }

    [Fact]
    public void A_failed_pin_says_what_happened_and_what_to_do()
    {
        var line = new DemoLine(
            Row, new DemoPin("pin_1", "failed") { ErrorMessage = "The link is blocked.", ErrorRemediation = "Use another link." });

        Assert.Equal("The link is blocked. Use another link.", line.Explain(Now));
    }

    [Theory]
    [InlineData("published", true)]
    [InlineData("failed", true)]
    [InlineData("unconfirmed", true)]
    [InlineData("canceled", true)]
    [InlineData("publishing", false)]
    [InlineData("queued", false)]
    public void The_demo_watches_a_pin_until_it_is_final(string status, bool isDone)
    {
        Assert.Equal(isDone, new DemoLine(Row, new DemoPin("pin_1", status)).IsDone(Now));
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(301, true)]
    public void The_demo_does_not_watch_a_pin_that_waits_for_long(int seconds, bool isDone)
    {
        Assert.Equal(isDone, Waiting(Now.AddSeconds(seconds)).IsDone(Now));
    }

    private static DemoLine Waiting(DateTimeOffset due) => new(Row, new DemoPin("pin_1", "queued")
    {
        WaitingFor = new DemoWait("pace", "This account is paced."),
        Eta = new DemoEta(due, due),
    });
}
