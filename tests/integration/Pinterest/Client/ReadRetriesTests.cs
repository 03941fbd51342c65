using Connector.Pinterest;

namespace Connector.Tests.Pinterest.Client;

public sealed class ReadRetriesTests
{
    private static readonly string Account = ScriptedServer.Json(200, """{"id":"7","username":"maria"}""", "x-pinterest-rid: 42\r\n");
    private static readonly string Down = ScriptedServer.Json(503, "");
    private readonly HastyClock _clock = new();

    [Fact]
    public async Task A_read_is_tried_three_times_in_all_and_every_try_is_counted()
    {
        await using var server = new ScriptedServer(Down, Down, Account);
        using var client = new ClientOf(server.Url, _clock);

        Assert.Equal("maria", (await client.GetUserAccountAsync()).Username);

        Assert.Equal((3, 3, 3), (server.Requests, client.Meter.Begun.Count, client.Meter.Ended.Count));
        Assert.Equal(2, _clock.Waits.Count);
        Assert.True(_clock.Waits.Sum(wait => wait.TotalSeconds) is > 0 and < 10);
    }

    [Fact]
    public async Task A_read_gives_up_after_the_third_try()
    {
        await using var server = new ScriptedServer(Down, Down, Down, Account);
        using var client = new ClientOf(server.Url, _clock);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.GetUserAccountAsync());

        Assert.Equal((FailureKind.ServerError, 3), (thrown.Failure.Kind, server.Requests));
    }

    [Fact]
    public async Task A_read_that_is_over_the_limit_is_not_tried_again_and_says_when_to_come_back()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(
            429, """{"code":8,"message":"too fast"}""", "Retry-After: 17\r\nx-ratelimit-remaining: 0\r\nx-pinterest-rid: 42\r\n"));
        using var client = new ClientOf(server.Url, _clock);

        var failure = (await Assert.ThrowsAsync<PinterestException>(() => client.GetUserAccountAsync())).Failure;

        Assert.Equal(new PinterestFailure(FailureKind.RateLimited, 429, 8, "too fast", "42", TimeSpan.FromSeconds(17)), failure);
        Assert.True(client.Meter.LastReading is { Refused: true, Remaining: 0 });
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(302, "")]
    public async Task A_success_that_says_nothing_is_unreadable(int status, string body)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(status, body, "Location: http://127.0.0.1:1/\r\n"));
        using var client = new ClientOf(server.Url, _clock);

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => client.GetUserAccountAsync());

        Assert.Equal((FailureKind.Unreadable, status), (thrown.Failure.Kind, thrown.Failure.Status));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var endless = ScriptedServer.Json(200, new string(' ', 9 * 1024 * 1024));
        await using var server = new ScriptedServer(endless, endless, endless);
        using var client = new ClientOf(server.Url, _clock);

        Assert.Equal(FailureKind.NoAnswer, (await Assert.ThrowsAsync<PinterestException>(() => client.GetUserAccountAsync())).Failure.Kind);
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_for_a_read_is_not_told_of_a_failure()
    {
        await using var server = new ScriptedServer(Account);
        using var client = new ClientOf(server.Url, _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetUserAccountAsync(new CancellationToken(canceled: true)));
    }
}
