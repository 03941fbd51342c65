using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>From what does well to one more pin of it.</summary>
public sealed class ProductsPageTests
{
    [Fact]
    public async Task A_product_that_does_well_is_one_click_from_a_variation_of_its_best_pin()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var pin = await app.PublishAsync(SidecarApp.Pin(
            ("title", "A <b>lamp</b>"), ("description", "Warm"), ("link_url", "https://example.com/lamp"),
            ("metadata", new System.Text.Json.Nodes.JsonObject { ["product_key"] = "L-1", ["template"] = "short" })));
        await app.SettledAsync(pin);
        clock.Advance(TimeSpan.FromDays(4));
        var person = await Visitor.OwnerAsync(app);

        var table = await person.GetAsync("/insights/products");
        var form = await person.GetAsync($"/pins/new?variation_of={pin}");

        Assert.Matches("A <b>lamp</b>\\s+L-1", table.Text);
        Assert.DoesNotContain("<b>lamp</b>", table.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/pins/new?variation_of={pin}\"", table.Html, StringComparison.Ordinal);
        Assert.Contains("short", (await person.GetAsync("/insights/products?by=template")).Text, StringComparison.Ordinal);
        Assert.Contains("value=\"https://example.com/lamp\"", form.Html, StringComparison.Ordinal);

        var board = (string)(await app.GetAsync($"/v1/pins/{pin}"))["board_id"]!;
        Assert.Matches($"<option value=\"{board}\" selected", form.Html);
        var made = await person.SubmitAsync(
            $"/pins/new?variation_of={pin}", "compose", ("idempotency_key", PinWorld.HiddenOf(form.Html, "idempotency_key")),
            ("variation_of", PinWorld.HiddenOf(form.Html, "variation_of")), ("account_id", await app.FirstAccountAsync()),
            ("board_id", board), ("title", "A lamp at night"), ("image_url", "https://example.com/night.jpg"), ("act", "send"));

        Assert.Contains("The pin is accepted.", made.Text, StringComparison.Ordinal);
        var metadata = (await app.GetAsync("/v1/pins"))["items"]![0]!["metadata"]!;
        Assert.Equal(("L-1", pin), ((string?)metadata["product_key"], (string?)metadata["variation_of"]));
        Assert.Null(metadata["template"]);
    }

    [Fact]
    public async Task A_key_that_may_not_publish_is_shown_no_variation()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        await app.SettledAsync(await app.PublishAsync());
        var person = await Visitor.WithScopeAsync(app, "read");

        Assert.DoesNotContain("Make a variation", (await person.GetAsync("/insights/products")).Text, StringComparison.Ordinal);
    }
}
