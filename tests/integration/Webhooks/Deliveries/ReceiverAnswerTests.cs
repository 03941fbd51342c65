using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class ReceiverAnswerTests : WebhookWorld
{
    private static readonly int[] Successes = [200, 201, 202, 204, 206];
    private static readonly int[] Failures =
        [300, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 599];

    public static TheoryData<int> Statuses() => [.. Successes, .. Failures];

    [Fact]
    public async Task An_answer_that_takes_longer_than_15_seconds_is_none()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        var never = new TaskCompletionSource<Reply>();
        Receiver.Answer = _ => never.Task;
        await App.PostAsync($"/v1/accounts/{await App.FirstAccountAsync()}/hold");
        await Receiver.NextAsync();

        App.Clock!.Advance(TimeSpan.FromSeconds(16));
        await App.RestAsync();

        var attempt = (await App.LogAsync((string)webhook["id"]!))[0]!["attempts"]![0]!;
        Assert.Null((int?)attempt["http_status"]);
        Assert.Contains("15 seconds", (string?)attempt["message"]);
        never.SetResult(new Reply(HttpStatusCode.OK));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Any_2xx_is_success_and_all_else_is_tried_again(int status)
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        var location = status is >= 300 and < 400 ? Receiver.Url + "/elsewhere" : null;
        Receiver.AnswerWith(_ => new Reply((HttpStatusCode)status, Location: location));

        var delivery = await App.PostAsync($"/v1/webhooks/{webhook["id"]}/test");

        Assert.Equal(Successes.Contains(status) ? "delivered" : "pending", (string?)delivery["status"]);
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task A_test_tells_what_came_of_it()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(_ => new Reply((HttpStatusCode)418, "short and stout " + new string('.', 5000)));

        var delivery = await App.PostAsync($"/v1/webhooks/{webhook["id"]}/test");
        var attempt = Assert.Single(delivery["attempts"]!.AsArray())!;

        Assert.Equal(
            ("webhook.test", "pending", 418), ((string?)delivery["event_type"], (string?)delivery["status"], (int)attempt["http_status"]!));
        Assert.StartsWith("short and stout", (string?)attempt["answer"]);
        Assert.Equal(1000, ((string)attempt["answer"]!).Length);
        Assert.Equal(Receiver.Url, (string?)attempt["url"]);
    }
}
