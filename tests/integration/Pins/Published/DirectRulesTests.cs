using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Published;

/// <summary>What reaches Pinterest at once keeps to approval and holds, as pins of the queue do.</summary>
public sealed class DirectRulesTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";
    private string _edit = "";
    private string _save = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
        var pin = await _app.SettledAsync(await _app.PublishAsync());
        (_edit, _save) = ($"/v1/pins/{pin["id"]}", $"/v1/pinterest/pins/{pin["pinterest_pin_id"]}/save");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Where_the_account_asks_for_approval_a_key_that_may_not_approve_edits_and_saves_nothing()
    {
        await _app.SetAsync(_account, new { require_approval = true });
        var publisher = await _app.WithScopesAsync("publish");

        Assert.Contains("publish and approve", await RefusedAsync(EditAsync(publisher), "state_conflict"), StringComparison.Ordinal);
        Assert.Contains("publish and approve", await RefusedAsync(SaveAsync(publisher), "state_conflict"), StringComparison.Ordinal);

        await NothingWasSentAsync();
        var approver = await _app.WithScopesAsync("publish", "approve");
        Assert.Equal(200, (await EditAsync(approver)).Status);
        Assert.Equal(201, (await SaveAsync(approver)).Status);
        Assert.Equal(201, (await SaveAsync(_app.Admin)).Status);
    }

    [Fact]
    public async Task An_edit_asks_for_nobody_where_the_account_asks_only_before_the_first_time()
    {
        await _app.SetAsync(_account, new { require_approval = true, approval_after_edit = false });
        var publisher = await _app.WithScopesAsync("publish");

        Assert.Equal(200, (await EditAsync(publisher)).Status);
        await RefusedAsync(SaveAsync(publisher), "state_conflict");
    }

    [Fact]
    public async Task A_held_account_edits_and_saves_nothing_until_it_is_resumed()
    {
        await _app.PostAsync($"/v1/accounts/{_account}/hold", new { reason = "Holidays." });

        Assert.Contains("/resume", await RefusedAsync(EditAsync(_app.Admin), "account_held"), StringComparison.Ordinal);
        Assert.Contains("/resume", await RefusedAsync(SaveAsync(_app.Admin), "account_held"), StringComparison.Ordinal);

        await NothingWasSentAsync();
        await _app.PostAsync($"/v1/accounts/{_account}/resume");
        Assert.Equal(200, (await EditAsync(_app.Admin)).Status);
    }

    [Theory]
    [InlineData("update_pin")]
    [InlineData("save_pin")]
    public async Task An_account_that_Pinterest_blocks_for_spam_is_held_as_by_a_pin_of_the_queue(string operation)
    {
        await _app.FaultAsync("spam_blocked", operation);

        var (status, text) = operation == "save_pin" ? await SaveAsync(_app.Admin) : await EditAsync(_app.Admin);

        Assert.Equal((403, "spam_blocked"), (status, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Equal("held", (string?)(await _app.GetAsync($"/v1/accounts/{_account}"))["status"]);
        await RefusedAsync(SaveAsync(_app.Admin), "account_held");
    }

    private async Task NothingWasSentAsync()
    {
        Assert.Equal((0, 0), (await _app.CountAsync("update_pin"), await _app.CountAsync("save_pin")));
        Assert.Equal("A lamp", (string?)(await _app.GetAsync(_edit))["title"]);
    }

    private Task<(int Status, string Text)> EditAsync(HttpClient caller) =>
        caller.AskAsync(HttpMethod.Patch, _edit, new { title = "A brass lamp" });

    private Task<(int Status, string Text)> SaveAsync(HttpClient caller) =>
        caller.AskAsync(HttpMethod.Post, _save, new { board = "Recipes" });

    /// <summary>What to do about the refusal, which must be a 409 of this code.</summary>
    private static async Task<string> RefusedAsync(Task<(int Status, string Text)> asked, string code)
    {
        var (status, text) = await asked;
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((409, code), (status, (string?)problem["code"]));
        return (string)problem["remediation"]!;
    }
}
