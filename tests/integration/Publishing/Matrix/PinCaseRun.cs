using System.Net;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>Publishes a pin while a fault strikes, does what a person would, and compares with what the matrix says.</summary>
internal sealed class PinCaseRun(TestAccount account, PinCase expected)
{
    private readonly List<string> _held = [];

    public static async Task RunAsync(MatrixFixture matrix, string name) =>
        await new PinCaseRun(await matrix.ConnectedAccountAsync(), FaultMatrix.Pins.Single(one => one.Name == name)).RunAsync();

    private async Task RunAsync()
    {
        var section = expected.Point == Point.LookUpInSection ? await account.SectionAsync("Soups") : null;
        if (Points.Lookups.Contains(expected.Point)) account.PutForeignPins(5, section);
        OrderFaults();
        if (expected.Point is Point.RenewBeforeItIsTooLate or Point.RenewExpiredToken) await AgeTokenAsync();

        var id = await account.App.PublishAsync(
            account.Pin(("board_section_id", section), ("link_url", expected.Linkless ? null : "https://example.com/lamp?utm_source=n8n")));
        if (expected.WaitsFor is { } code) await WaitsAsync(id, code);
        var pin = await EndAsync(id);

        Assert.Equal((expected.Ends, expected.Error), ((string?)pin["status"], (string?)pin["error_code"]));
        Assert.Equal(expected.Held ?? "", string.Join(", ", _held));
        Assert.Equal(expected.Attempts, await AttemptsAsync(id));
        Assert.Equal(expected.Pins, account.PinsThere().Count);
        if (expected.Ends == "published") Assert.Equal(account.PinsThere()[0].Id, (string?)pin["pinterest_pin_id"]);
        else await IsToldWhatToDoAsync(pin);
    }

    private void OrderFaults()
    {
        if (Points.Lookups.Contains(expected.Point)) account.Order(new("", "accept_then_drop") { Operation = "create_pin", Times = 1 });
        if (expected.Point == Point.ProbeAfterHold) account.Order(new("", "feature_restricted") { Operation = "create_pin", Times = 1 });
        if (expected.Point == Point.RenewAfterRefusal) account.Order(new("", "token_expired") { Operation = "create_pin", Times = 1 });
        foreach (var fault in expected.With.Append(expected.Order)) account.Order(fault);
    }

    private Task AgeTokenAsync() => account.App.Services.GetRequiredService<AccountStore>().ChangeAsync(sql => sql.Execute(
        "update accounts set refresh_due_at = @now, access_token_expires_at = @end where id = @Id",
        new
        {
            account.Id,
            now = account.App.Clock!.GetUtcNow(),
            end = account.App.Clock!.GetUtcNow().AddDays(expected.Point == Point.RenewExpiredToken ? 0 : 7),
        }));

    /// <summary>As long as nobody moves time but for answers and pauses that are waited for, the pin says this.</summary>
    private async Task WaitsAsync(string id, string code)
    {
        for (var look = 0; look < 5000; look++)
        {
            var mayMove = account.App.Clock!.SomebodyWaits;
            var pin = await account.App.GetAsync($"/v1/pins/{id}");
            if ((string?)pin["waiting_for"]?["code"] == code && (int)pin["attempt_count"]! > 0)
            {
                Assert.True(((string?)pin["waiting_for"]!["message"])!.Length > 20, pin.ToJsonString());
                return;
            }

            Assert.NotNull(pin["waiting_for"]);
            if (mayMove) account.App.Clock.AdvanceTo(account.App.Clock.NextTimerAt!.Value);
        }

        Assert.Fail($"The pin never said that it waits for {code}: {await account.App.GetAsync($"/v1/pins/{id}")}");
    }

    private async Task<JsonNode> EndAsync(string id)
    {
        for (var step = 0; step < 500; step++)
        {
            var pin = await account.App.GetAsync($"/v1/pins/{id}");
            var row = account.Row;
            if (row.Status != AccountStatus.Active && _held.LastOrDefault() != row.HeldCode) _held.Add(row.HeldCode!);
            if (pin["waiting_for"] is null) return pin;

            // Nothing is looked for with a dead token, so the pin must not say so.
            if (row.Status == AccountStatus.ReconnectRequired)
                Assert.NotEqual("reconciling", (string?)(await account.App.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);
            if (row is { Status: not AccountStatus.Active, HeldUntil: null }) await account.RecoverAsync();
            await account.App.StepAsync(account.Id);
        }

        throw new TimeoutException($"The pin did not come to its end: {await account.App.GetAsync($"/v1/pins/{id}")}");
    }

    private async Task<string> AttemptsAsync(string id) =>
        string.Join(", ", (await account.App.GetAsync($"/v1/pins/{id}/attempts"))["items"]!.AsArray().Reverse()
        .Select(attempt => (string)attempt!["outcome"]! + (attempt["conclusion"] is { } conclusion ? $":{conclusion}" : "")));

    private async Task IsToldWhatToDoAsync(JsonNode pin)
    {
        Assert.True(((string?)pin["error_message"])!.Length > 10);
        Assert.True(((string?)pin["error_remediation"])!.Length > 20);
        if (expected.Ends != "unconfirmed") return;

        using var retried = await account.App.Admin.PostAsync($"/v1/pins/{pin["id"]}/retry", null);
        Assert.Equal(HttpStatusCode.Conflict, retried.StatusCode);
        await account.App.PostAsync(
            $"/v1/pins/{pin["id"]}/resolve", new { @as = "published", pinterest_pin_id = account.PinsThere()[0].Id });
    }
}
