using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed class AccountPageTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private Visitor _person = null!;
    private string _account = "";

    private string Page => $"/accounts/{_account}";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
        _person = await Visitor.OwnerAsync(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_list_has_each_account_with_its_state_pace_and_tokens()
    {
        await _app.SimulatorAccountAsync("Second");
        await _app.PostAsync($"/v1/accounts/{_account}/hold");

        var list = await _person.GetAsync("/accounts");

        Assert.Equal(200, list.Status);
        Assert.Contains("Second", list.Text, StringComparison.Ordinal);
        Assert.Contains("held", list.Text, StringComparison.Ordinal);
        Assert.Contains("Access token ends", list.Text, StringComparison.Ordinal);
        Assert.Contains("<meter", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_held_for_a_reason_and_resumed()
    {
        var held = await _person.SubmitAsync(Page, "hold", ("reason", "stock is\n\ncounted"));
        Assert.Contains("The account is held.", held.Text, StringComparison.Ordinal);
        Assert.Contains("stock is counted", held.Text, StringComparison.Ordinal);
        Assert.StartsWith("stock is counted (Held by the user", (string?)(await AccountAsync())["held_reason"], StringComparison.Ordinal);

        var resumed = await _person.SubmitAsync(Page, "resume");
        Assert.Contains("The account goes on.", resumed.Text, StringComparison.Ordinal);
        Assert.Equal("active", (string?)(await AccountAsync())["status"]);
    }

    [Fact]
    public async Task Settings_show_what_they_would_do_to_the_queue_and_are_kept_only_when_saved()
    {
        await _app.SetAsync(_account, new { pins_per_day = 50, min_gap_seconds = 3600 });
        for (var pin = 0; pin < 4; pin++) await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2026-12-01T10:00:00Z")));

        var preview = await _person.SubmitAsync(Page, "settings", Settings("preview", ("pins_per_day", "1"), ("weekdays", "mon")));

        Assert.Equal(200, preview.Status);
        Assert.Contains("The last of 4 pins goes out", preview.Text, StringComparison.Ordinal);
        Assert.Contains("days later", preview.Text, StringComparison.Ordinal);
        Assert.Contains("weekdays", preview.Text, StringComparison.Ordinal);
        Assert.Equal(50, (int?)(await AccountAsync())["settings"]!["pins_per_day"]);

        var saved = await _person.SubmitAsync(Page, "settings", Settings("save", ("pins_per_day", "1"), ("weekdays", "mon")));

        Assert.Contains("The settings are saved.", saved.Text, StringComparison.Ordinal);
        var settings = (await AccountAsync())["settings"]!;
        Assert.Equal((1, "mon"), ((int)settings["pins_per_day"]!, (string?)settings["weekdays"]!.AsArray().Single()));
    }

    [Fact]
    public async Task An_empty_field_takes_the_rule_away()
    {
        await _app.SetAsync(_account, new { pins_per_board_per_week = 3, quiet_hours = new { from = "22:00", to = "07:00" } });
        Assert.Contains("value=\"22:00\"", (await _person.GetAsync(Page)).Html, StringComparison.Ordinal);

        await _person.SubmitAsync(Page, "settings", Settings("save", ("quiet_from", ""), ("quiet_to", "")));

        var settings = (await AccountAsync())["settings"]!;
        Assert.Null(settings["pins_per_board_per_week"]);
        Assert.Null(settings["quiet_hours"]);
        Assert.Null(settings["weekdays"]);
    }

    [Theory]
    [InlineData("pins_per_day", "0", "Pins in any 24 hours: It ")]
    [InlineData("pins_per_day", "many", "Pins in any 24 hours: It ")]
    [InlineData("time_zone", "Berlin", "Time zone: It is \"Berlin\"")]
    [InlineData("quiet_from", "22:00", "Quiet hours: Give both times, or neither.")]
    [InlineData("jitter_percent", "101", "Make each gap longer at random, by up to this many per cent: It ")]
    public async Task A_wrong_setting_is_refused_by_its_label_and_what_was_typed_stays(string field, string value, string said)
    {
        var answer = await _person.SubmitAsync(Page, "settings", Settings("save", (field, value)));

        Assert.Equal(400, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"error\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_renamed_connected_and_disconnected()
    {
        var renamed = await _person.SubmitAsync(Page, "rename", ("name", "Shop"));
        Assert.Contains("Shop", renamed.Text, StringComparison.Ordinal);
        Assert.Equal("Shop", (string?)(await AccountAsync())["name"]);

        var made = await _person.SubmitAsync("/accounts", "simulated", ("name", "Another"));
        Assert.Contains("Another is connected.", made.Text, StringComparison.Ordinal);

        await _app.PublishAsync(SidecarApp.Pin(("account_id", _account), ("publish_at", SidecarApp.MuchLater)));
        Assert.Contains("the pin that waits is canceled", (await _person.GetAsync(Page)).Text, StringComparison.Ordinal);
        var gone = await _person.SubmitAsync(Page, "disconnect");
        Assert.Contains("Shop is disconnected.", gone.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _person.GetAsync(Page)).Status);
    }

    [Fact]
    public async Task Tokens_in_hand_are_tried_and_never_shown_again()
    {
        await using var pinterest = await FakePinterest.StartAsync();
        await using var app = await SidecarApp.StartAsync(null, null, pinterest.Settings);
        pinterest.KnowsUser("pina_good", "7", "maker");
        var person = await Visitor.OwnerAsync(app);

        var refused = await person.SubmitAsync("/accounts", "tokens", ("environment", "production"), ("access_token", "pina_wrong"));
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("pina_wrong", refused.Html, StringComparison.Ordinal);

        var made = await person.SubmitAsync("/accounts", "tokens", ("environment", "production"), ("access_token", "pina_good"));
        Assert.Contains("maker is connected.", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pina_good", made.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_sees_its_accounts_only_and_does_what_its_scopes_allow()
    {
        var other = await _app.SimulatorAccountAsync("Other");
        var reader = await Visitor.WithScopeAsync(_app, "read", _account);

        Assert.DoesNotContain("Other", (await reader.GetAsync("/accounts")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await reader.GetAsync($"/accounts/{other}")).Status);
        Assert.Equal(404, (await reader.SubmitAsync($"/accounts/{other}", "hold")).Status);
        var page = await reader.GetAsync(Page);
        Assert.DoesNotContain("Disconnect", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("_handler", page.Html, StringComparison.Ordinal);
    }

    private async Task<JsonNode> AccountAsync() => await _app.GetAsync($"/v1/accounts/{_account}");

    private static (string Name, string Value)[] Settings(string act, params (string Name, string Value)[] changed)
    {
        var fields = new List<(string Name, string Value)> { ("act", act), ("link_marker", "true"), ("convert_images", "true") };
        string[] days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        foreach (var day in changed.Any(each => each.Name == "weekdays") ? [] : days) fields.Add(("weekdays", day));
        if (!changed.Any(each => each.Name == "pins_per_day")) fields.Add(("pins_per_day", "50"));
        return [.. fields, .. changed];
    }
}
