using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A pin that is composed in the browser.</summary>
public sealed class NewPinTests(PinWorld world) : IClassFixture<PinWorld>
{
    private const string Page = "/pins/new";

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_pin()
    {
        var fields = await FormAsync(("title", "Sent twice"));
        var before = await world.CountAsync();

        var first = await SendAsync(fields);
        var second = await SendAsync(fields);

        Assert.Contains("The pin is accepted.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Sent twice", second.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await world.CountAsync());
    }

    [Fact]
    public async Task What_is_refused_stays_typed_with_the_reason_beside_its_field()
    {
        var before = await world.CountAsync();

        var refused = await SendAsync(await FormAsync(("title", new string('x', 101)), ("description", "Still here"), ("priority", "99")));

        Assert.Equal(400, refused.Status);
        Assert.Contains("Still here", refused.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"title\"[^>]*aria-describedby=\"title-error title-hint\"[^>]*aria-invalid=\"true\"", refused.Html);
        Assert.Contains("id=\"title-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"priority-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, await world.CountAsync());
    }

    [Fact]
    public async Task Another_pin_from_the_same_form_is_another_pin_after_it_was_asked()
    {
        var fields = await FormAsync(("title", "The first"));
        await SendAsync(fields);

        var changed = await SendAsync([.. fields.Where(each => each.Name != "title"), ("title", "The second")]);

        Assert.Equal(422, changed.Status);
        Assert.NotEqual(KeyOf(fields), PinWorld.HiddenOf(changed.Html, "idempotency_key"));
    }

    [Fact]
    public async Task What_would_happen_is_said_without_making_a_pin()
    {
        var before = await world.CountAsync();

        var right = await SendAsync(await FormAsync(("title", "Only typed")), "typing");
        var wrong = await SendAsync(await FormAsync(("title", new string('x', 101))), "typing");

        Assert.Contains("It would go", right.Text, StringComparison.Ordinal);
        Assert.Contains("checks have passed", right.Text, StringComparison.Ordinal);
        Assert.Contains("Would be refused", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.CountAsync());
    }

    [Fact]
    public async Task Words_that_people_search_are_found_and_added_to_the_description()
    {
        var before = await world.CountAsync();
        var fields = await FormAsync(("title", "Brass lamp, small"), ("description", "It shines."));

        var found = await SendAsync(fields, "keywords");
        var added = await SendAsync(fields, "add:Brass lamp small ideas");
        var none = await SendAsync(await FormAsync(("title", "zzz")), "keywords");
        var tooLong = await SendAsync(await FormAsync(("title", $"Oak {new string('x', 100)}"), ("board_id", "")), "keywords");
        var empty = await SendAsync(await FormAsync(("title", " , "), ("board_id", "")), "keywords");

        Assert.Contains("Add Brass lamp small ideas to the description", found.Html, StringComparison.Ordinal);
        Assert.Contains("It shines.", found.Html, StringComparison.Ordinal);
        Assert.Contains("It shines. Brass lamp small ideas</textarea>", added.Html, StringComparison.Ordinal);
        Assert.Equal((200, 200, 200), (found.Status, added.Status, none.Status));
        Assert.Contains("Add Oak ideas to the description", tooLong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("is empty: write what the pin is about", tooLong.Text, StringComparison.Ordinal);
        Assert.Contains("is empty: write what the pin is about", empty.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.CountAsync());
    }

    [Fact]
    public async Task The_time_is_that_of_the_accounts_zone()
    {
        var account = await world.App.SimulatorAccountAsync("berlin");
        await world.App.SetAsync(account, new { time_zone = "Europe/Berlin" });
        var year = TimeProvider.System.GetUtcNow().Year + 3;

        var page = await SendAsync(await FormAsync(("account_id", account), ("publish_at", $"{year}-07-01T09:30")));
        var wrong = await SendAsync(await FormAsync(("account_id", account), ("publish_at", "tomorrow")));

        Assert.Contains($"{year}-07-01T07:30:00Z", page.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"publish-at-error\"", wrong.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_for_an_event_is_made_with_its_season_and_shown_with_it()
    {
        var year = TimeProvider.System.GetUtcNow().Year + 3;

        var typed = await SendAsync(await FormAsync(("event_date", $"{year}-12-25"), ("lead_days", "60")), "typing");
        var page = await SendAsync(await FormAsync(("event_date", $"{year}-12-25"), ("lead_days", "60")));

        Assert.Contains($"26 Oct {year}", typed.Text, StringComparison.Ordinal);
        Assert.Contains($"Season 26 Oct {year} to 25 Dec {year}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"The season of its event, {year}-12-25, has not begun.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24.12.2027", "", "event-date", "must be a day, such as 2026-12-24")]
    [InlineData("2099-12-24", "", "event-date", "at most five years from now")]
    [InlineData("", "60", "lead-days", "Give the day of its event too, or leave this empty.")]
    [InlineData("2026-12-24", "181", "lead-days", "180")]
    public async Task A_season_that_cannot_be_meant_is_said_beside_its_field(string day, string lead, string field, string words)
    {
        var refused = await SendAsync(await FormAsync(("event_date", day), ("lead_days", lead)));

        Assert.Equal(400, refused.Status);
        Assert.Contains($"id=\"{field}-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boards_are_chosen_by_name_or_written_when_Pinterest_cannot_be_asked()
    {
        var account = await world.App.SimulatorAccountAsync("unreachable");
        var known = await world.Person.GetAsync($"{Page}?account={world.Account}");
        world.App.Order(account, "data_access_denied", "list_boards");

        var unknown = await world.Person.GetAsync($"{Page}?account={account}");

        Assert.Matches("<option value=\"[0-9]+\"[^>]*>Home decor</option>", known.Html);
        Assert.Contains("Pinterest cannot be asked for the boards now", unknown.Text, StringComparison.Ordinal);
        Assert.Matches("<input id=\"board\" name=\"board\"", unknown.Html);
    }

    [Fact]
    public async Task An_uploaded_file_becomes_the_picture()
    {
        var uploaded = await world.Person.UploadAsync($"{Page}/picture", Page, SampleMedia.Png(1001));
        var asset = PinWorld.HiddenOf(uploaded.Html, "asset_id");

        var fields = await FormAsync(("asset_id", asset), ("title", "Uploaded"));
        var page = await SendAsync([.. fields.Where(each => each.Name != "image_url")]);

        Assert.StartsWith("ast_", asset, StringComparison.Ordinal);
        Assert.Contains($"/pictures/{asset}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_Pinterest_does_not_take_and_a_forged_form_are_refused()
    {
        var wrong = await world.Person.UploadAsync($"{Page}/picture", Page, "no picture at all, only text"u8.ToArray());
        var forged = await world.Person.UploadAsync($"{Page}/picture", Page, SampleMedia.Png(901), token: "made up");
        var reader = await Visitor.WithScopeAsync(world.App, "read");
        var without = await reader.UploadAsync($"{Page}/picture", "/", SampleMedia.Png(801));

        Assert.Equal((422, 400, 403), (wrong.Status, forged.Status, without.Status));
        Assert.Contains("Pinterest would not take this file", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await world.App.GetAsync("/v1/assets"))["items"]!.AsArray(), each => (int?)each!["width"] is 901 or 801);
    }

    [Fact]
    public async Task What_is_typed_stays_text()
    {
        var page = await SendAsync(
            await FormAsync(
                ("title", PinWorld.Attack), ("description", $"</textarea>{PinWorld.Attack}"), ("link_url", "javascript:alert(1)")),
            "check");

        PinWorld.IsHarmless(page);
        Assert.DoesNotContain("href=\"javascript:", page.Html, StringComparison.Ordinal);
    }

    private Task<Seen> SendAsync(IReadOnlyList<(string Name, string Value)> fields, string act = "send") =>
        world.Person.SubmitAsync(Page, "compose", [.. fields, ("act", act)]);

    /// <summary>The form as a browser sends it, with what is typed.</summary>
    private async Task<List<(string Name, string Value)>> FormAsync(params (string Name, string Value)[] typed)
    {
        await world.RequireApprovalAsync(false);
        var account = typed.FirstOrDefault(each => each.Name == "account_id").Value ?? world.Account;
        var html = (await world.Person.GetAsync($"{Page}?account={account}")).Html;
        (string Name, string Value)[] usual =
        [
            ("idempotency_key", PinWorld.HiddenOf(html, "idempotency_key")), ("account_id", world.Account),
            ("board_id", System.Text.RegularExpressions.Regex.Match(html, "<option value=\"([0-9]+)\"").Groups[1].Value),
            ("image_url", "https://example.com/lamp.jpg"),
        ];
        return [.. usual.Where(each => typed.All(other => other.Name != each.Name)), .. typed];
    }

    private static string KeyOf(List<(string Name, string Value)> fields) => fields.Find(each => each.Name == "idempotency_key").Value;
}
