using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Accounts;

public sealed class DeleteAccountTests
{
    [Fact]
    public async Task A_deleted_account_has_no_tokens_its_waiting_pins_are_canceled_and_whoever_waits_is_told_at_once()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        var published = await app.PublishAsync();
        await app.SettledAsync(published);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var queued = await app.PublishAsync();
        var scheduled = await app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));
        var waiting = app.GetAsync($"/v1/pins/{queued}?wait=60");

        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);

        Assert.Equal("canceled", (string?)(await waiting.WaitAsync(TimeSpan.FromSeconds(10)))["status"]);
        Assert.Equal("canceled", (string?)(await app.GetAsync($"/v1/pins/{scheduled}"))["status"]);
        Assert.Equal("published", (string?)(await app.GetAsync($"/v1/pins/{published}"))["status"]);
        Assert.Empty((await app.GetAsync("/v1/accounts"))["items"]!.AsArray());
        Assert.Equal(0, app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>(
            "select count(*) from accounts where access_token is not null or refresh_token is not null")));
    }

    [Fact]
    public async Task A_token_renewed_while_the_account_is_deleted_does_not_bring_it_back()
    {
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.KnowsUser("pina_old", "1", "lamps");
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, pinterest.Settings);
        var account = (string)(await app.PostAsync(
            "/v1/accounts",
            new { environment = "production", access_token = "pina_old", refresh_token = "pinr_old", expires_in = 86_400 }))["id"]!;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayAnswer = new TaskCompletionSource();
        pinterest.On("POST /v5/oauth/token", _ =>
        {
            arrived.SetResult();
            mayAnswer.Task.Wait();
            return (200, new { access_token = "pina_new", refresh_token = "pinr_new", expires_in = 2_592_000 });
        });

        var renewing = app.RenewTokensAsync();
        await arrived.Task;
        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);
        mayAnswer.SetResult();
        await renewing;

        Assert.Null(app.Services.GetRequiredService<Database>().Read(
            sql => sql.Find<string>("select access_token from accounts where id = @account", new { account })));
    }
}
