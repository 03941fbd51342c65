using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Outgoing.Transfer;

/// <summary>How answers of every kind are read, invalid ones too.</summary>
public sealed class OutgoingResponseTests
{
    private const string Head = "HTTP/1.1 200 OK\r\n";

    [Theory]
    [InlineData("Content-Length: 4\r\n\r\nbody", "body", false)]
    [InlineData("Content-Length: 5\r\n\r\ngrüß", "grü\uFFFD", false)] // a character cut in two
    [InlineData("Content-Length: 10\r\n\r\n0123456789", "0123456789", false)]
    [InlineData("Content-Length: 11\r\n\r\n0123456789a", "0123456789", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n", "0123456789", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n", "0123456789", true)]
    [InlineData("Content-Length: 9\r\n\r\nhalf", "half", true)] // then it hangs up
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\nhalf", "half", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nnonsense", "half", true)]
    [InlineData("\r\nuntil it hangs up", "until it h", true)]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbody", "body", false)] // nothing is unpacked
    public async Task As_much_of_the_body_is_read_as_is_allowed(string rest, string body, bool isCut)
    {
        await using var receiver = new RawReceiver(Head + rest);
        using var client = Sending.Client("127.0.0.1");

        var answer = await client.GetAsync(receiver.Url(), Sending.Limits with { Bytes = 10 });

        Assert.Equal((200, body, isCut), (answer.Status, answer.Body, answer.IsCut));
    }

    [Fact]
    public async Task An_endless_body_is_left_at_the_limit()
    {
        await using var receiver = new RawReceiver(async stream =>
        {
            await RawReceiver.WriteAsync(stream, Head + "\r\n");
            while (true) await RawReceiver.WriteAsync(stream, new string('x', 10_000));
        });
        using var client = Sending.Client("127.0.0.1");

        var answer = await client.GetAsync(receiver.Url());

        Assert.Equal((new string('x', 1000), true), (answer.Body, answer.IsCut));
        await receiver.Quiet.WaitAsync(Sending.Soon); // we hung up
    }

    [Fact]
    public async Task Of_a_slow_body_what_arrived_in_time_is_kept()
    {
        // More than lies between two programs on the way, so once it is written some of it has been read.
        const int Chunk = 1 << 20, Chunks = 48;
        var written = new TaskCompletionSource();
        await using var receiver = new RawReceiver(async stream =>
        {
            await RawReceiver.WriteAsync(stream, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\n\r\n");
            for (var i = 0; i < Chunks; i++) await RawReceiver.WriteAsync(stream, new string('x', Chunk));
            written.SetResult();
            await RawReceiver.StallAsync(stream);
        });
        var clock = new ManualClock();
        using var client = Sending.Client("127.0.0.1", clock: clock);

        var sending = client.GetAsync(receiver.Url(), Sending.Limits with { Bytes = int.MaxValue });
        await written.Task.WaitAsync(Sending.Soon);
        clock.Advance(Sending.Limits.Time);
        var answer = await sending.WaitAsync(Sending.Soon);

        Assert.Equal((503, true), (answer.Status, answer.IsCut));
        Assert.InRange(answer.Body.Length, Chunk, Chunks * Chunk);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_is_given_up_in_time()
    {
        await using var receiver = new RawReceiver(RawReceiver.StallAsync);
        var clock = new ManualClock();
        using var client = Sending.Client("127.0.0.1", clock: clock);

        var sending = client.GetAsync(receiver.Url());
        await receiver.Asked;
        clock.Advance(Sending.Limits.Time - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal($"127.0.0.1:{receiver.Port} did not answer within 60 seconds.", (await sending.RefusedAsync()).Message);
        await receiver.Quiet.WaitAsync(Sending.Soon);
    }

    [Fact]
    public async Task Headers_that_arrive_too_slowly_time_out()
    {
        var clock = new ManualClock();
        await using var receiver = new RawReceiver(async stream =>
        {
            await RawReceiver.WriteAsync(stream, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-Slow: ");
            while (true)
            {
                await RawReceiver.WriteAsync(stream, "x");
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        });
        using var client = Sending.Client("127.0.0.1", clock: clock);

        var refused = await client.GetAsync(receiver.Url()).RefusedAsync();
        Assert.Contains("did not answer within 60 seconds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_told_of_a_failure()
    {
        await using var receiver = new RawReceiver(RawReceiver.StallAsync);
        using var client = Sending.Client("127.0.0.1");
        using var leaving = new CancellationTokenSource();

        var sending = client.GetAsync(receiver.Url(), cancellation: leaving.Token);
        await receiver.Asked;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("", "closed the connection before it had answered")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-", "closed the connection before it had answered")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "did not answer in HTTP")]
    [InlineData("HTTP/1.1 abc\r\n\r\n", "did not answer in HTTP")]
    [InlineData("\0\u0001\u0002\r\n\r\n", "did not answer in HTTP")]
    public async Task An_invalid_response_is_named_for_what_it_is(string sent, string reason)
    {
        await using var receiver = new RawReceiver(sent);
        using var client = Sending.Client("127.0.0.1");

        var refused = await client.GetAsync(receiver.Url()).RefusedAsync();

        Assert.StartsWith($"127.0.0.1:{receiver.Port} {reason}", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsForbidden);
    }

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2_000, 10)]
    public async Task Headers_without_end_are_not_read(int lines, int length)
    {
        await using var receiver = new RawReceiver(
            Head + new StringBuilder().Insert(0, $"X-Long: {new string('x', length)}\r\n", lines) + "\r\n");
        using var client = Sending.Client("127.0.0.1");

        var refused = await client.GetAsync(receiver.Url()).RefusedAsync();
        Assert.EndsWith("answered with headers of more than 16 KB.", refused.Message, StringComparison.Ordinal);
    }
}
