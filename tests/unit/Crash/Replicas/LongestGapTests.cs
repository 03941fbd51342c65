using Connector.Crash.Replicas;

namespace Connector.Tests.Crash.Replicas;

public sealed class LongestGapTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LongestGap _gap = new();

    [Fact]
    public void It_grows_while_an_account_can_send_and_does_not()
    {
        See(QueueState.CanSend);
        See(QueueState.CanSend);

        Assert.Equal(2 * Second, _gap.Longest);
    }

    [Fact]
    public void What_arrives_ends_it()
    {
        See(QueueState.CanSend);
        See(QueueState.CanSend, sent: true);
        See(QueueState.CanSend);

        Assert.Equal(Second, _gap.Longest);
    }

    [Fact]
    public void An_empty_queue_ends_it()
    {
        See(QueueState.CanSend);
        See(QueueState.Empty);
        See(QueueState.CanSend);

        Assert.Equal(Second, _gap.Longest);
    }

    [Fact]
    public void At_the_limit_it_stands_still()
    {
        See(QueueState.CanSend);
        See(QueueState.AtLimit);
        See(QueueState.CanSend);

        Assert.Equal(2 * Second, _gap.Longest);
    }

    [Fact]
    public void While_the_database_is_away_it_stands_still()
    {
        See(QueueState.CanSend);
        _gap.Skip([]);
        See(QueueState.CanSend);
        Assert.Equal(2 * Second, _gap.Longest);

        _gap.Skip(["eve"]);
        See(QueueState.CanSend);
        Assert.Equal(2 * Second, _gap.Longest);
    }

    [Fact]
    public void Each_account_has_its_own()
    {
        _gap.Add(Second, Both, ["eve"]);
        _gap.Add(Second, Both, ["finn"]);

        Assert.Equal(Second, _gap.Longest);
    }

    private static Dictionary<string, QueueState> Both => new() { ["eve"] = QueueState.CanSend, ["finn"] = QueueState.CanSend };

    private void See(QueueState state, bool sent = false) =>
        _gap.Add(Second, new Dictionary<string, QueueState> { ["eve"] = state }, sent ? ["eve"] : []);
}
