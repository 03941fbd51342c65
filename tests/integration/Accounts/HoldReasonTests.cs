using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

public sealed class HoldReasonTests
{
    [Fact]
    public async Task The_reason_of_a_hold_stands_at_the_account_and_at_each_pin_that_waits_for_it()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();

        var held = await app.PostAsync($"/v1/accounts/{account}/hold", new { reason = "Stock is counted." });
        var pin = await app.PostAsync("/v1/pins", SidecarApp.Pin());

        const string Reason = "Stock is counted. (Held by the user until the account is resumed.)";
        Assert.Equal(Reason, (string?)held["held_reason"]);
        Assert.Equal(Reason, (string?)pin["waiting_for"]!["message"]);
    }

    [Fact]
    public async Task A_hold_needs_no_reason()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        var held = await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/hold");

        Assert.Equal("Held by the user until the account is resumed.", (string?)held["held_reason"]);
    }
}
