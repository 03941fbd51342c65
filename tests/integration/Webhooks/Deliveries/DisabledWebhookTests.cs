using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class DisabledWebhookTests : WebhookWorld
{
    [Fact]
    public async Task After_five_days_of_nothing_but_failures_a_webhook_is_disabled_and_the_others_are_told()
    {
        await using var other = await Receiver.StartAsync();
        var webhook = await App.ListenAsync(Receiver.Url);
        await App.ListenAsync(other.Url);
        Receiver.AnswerWith(HttpStatusCode.NotFound);
        var begun = App.Clock!.GetUtcNow();
        var account = await App.FirstAccountAsync();
        while (App.Clock.GetUtcNow() < begun.AddDays(5.5))
        {
            await App.PostAsync($"/v1/accounts/{account}/{(App.Clock.GetUtcNow().Hour % 2 == 0 ? "hold" : "resume")}");
            await App.RestAsync();
            App.Clock.Advance(TimeSpan.FromHours(1));
            await App.RestAsync();
        }

        var disabled = await App.GetAsync($"/v1/webhooks/{webhook["id"]}");
        Assert.Equal("disabled", (string?)disabled["status"]);
        Assert.Contains("404", (string?)disabled["disabled_reason"]);
        Assert.DoesNotContain(await App.LogAsync((string)webhook["id"]!), delivery => (string?)delivery!["status"] == "pending");
        var told = Assert.Single(other.All, heard => heard.Type == "webhook.disabled");
        Assert.Equal((string?)webhook["id"], (string?)told.Json["data"]!["webhook"]!["id"]);
        // Its address is a secret of whoever listens there.
        Assert.DoesNotContain(new Uri(Receiver.Url).Authority, told.Body);
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_never_called_again()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.Gone);
        var account = await App.FirstAccountAsync();
        await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.RestAsync();
        await App.PostAsync($"/v1/accounts/{account}/resume");
        await App.RestAsync();

        Assert.Single(Receiver.All);
        Assert.Equal("disabled", (string?)(await App.GetAsync($"/v1/webhooks/{webhook["id"]}"))["status"]);
    }

    [Fact]
    public async Task A_webhook_that_is_enabled_again_gets_its_five_days_anew()
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.Gone);
        var account = await App.FirstAccountAsync();
        await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.RestAsync();
        App.Clock!.Advance(TimeSpan.FromDays(6));

        await App.ListenAsync(Receiver.Url);
        Receiver.AnswerWith(HttpStatusCode.InternalServerError);
        await App.PostAsync($"/v1/accounts/{account}/resume");
        await App.RestAsync();

        var again = await App.GetAsync($"/v1/webhooks/{webhook["id"]}");
        Assert.Equal(("active", App.Clock.GetUtcNow()), ((string?)again["status"], (DateTimeOffset)again["failing_since"]!));
    }
}
