using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>What people bring in texts, times and keys: said when the pin is accepted, edited, planned or only checked.</summary>
public sealed class TextsAndTimesTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("title", "{{ $json.title }}", "texts", "text_template")]
    [InlineData("description", "Bed &amp; Breakfast", "texts", "text_entities")]
    [InlineData("alt_text", "undefined", "texts", "text_missing_value")]
    [InlineData("publish_at", "2026-10-01T00:00:00Z", "publish_at", "publish_at_past")]
    [InlineData("publish_at", "2028-10-01T00:00:00Z", "publish_at", "publish_at_far")]
    [InlineData("idempotency_key", "sheet-products-", "idempotency_key", "key_may_be_blank")]
    public async Task What_is_probably_not_meant_is_accepted_with_a_warning(string field, string value, string name, string code)
    {
        var pin = SidecarApp.Pin((field, value));

        var inspection = await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin);
        var batch = await _app.PostAsync("/v1/pins/batch", new { pins = new[] { pin } });
        if (field == "idempotency_key") pin["idempotency_key"] = "another-";
        var accepted = await _app.PostAsync("/v1/pins", pin);

        Assert.True((bool)inspection["valid"]!);
        foreach (var checks in new[] { inspection["checks"], batch["items"]![0]!["pin"]!["warnings"], accepted["warnings"] })
            Assert.Equal(("warning", code), StateOf(checks, name));
        if (field == "idempotency_key") return;

        var edited = await SidecarApp.SendAsync(
            _app.Admin, HttpMethod.Patch, $"/v1/pins/{await WaitingAsync()}", new JsonObject { [field] = value });
        Assert.Equal(("warning", code), StateOf(edited["warnings"], name));
    }

    [Fact]
    public async Task A_plan_warns_of_times_that_are_probably_not_meant()
    {
        var plan = await _app.PostAsync("/v1/plan", new JsonObject
        {
            ["pins"] = new JsonArray(
                SidecarApp.Pin(("publish_at", "2026-10-01T00:00:00Z")), SidecarApp.Pin(("clean_texts", true), ("publish_at", ""))),
        });

        Assert.Equal(("warning", "publish_at_past"), StateOf(plan["pins"]![0]!["warnings"], "publish_at"));
        Assert.Empty(plan["pins"]![1]!["warnings"]!.AsArray());
    }

    [Fact]
    public async Task Clean_texts_count_and_are_published_as_they_were_cleaned()
    {
        var title = $"<b>Bed &amp; Breakfast</b>{new string('x', 80)}";

        var pin = await _app.PostAsync(
            "/v1/pins", SidecarApp.Pin(("title", title), ("description", "<p>Soup</p>"), ("clean_texts", true), ("idempotency_key", "k")));

        Assert.Equal(($"Bed & Breakfast{new string('x', 80)}", "Soup"), ((string?)pin["title"], (string?)pin["description"]));
        Assert.Empty(pin["warnings"]!.AsArray());
        var again = await _app.PostAsync(
            "/v1/pins", SidecarApp.Pin(("title", title), ("description", "<p>Soup</p>"), ("clean_texts", true), ("idempotency_key", "k")));
        Assert.Equal((string?)pin["id"], (string?)again["id"]);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => _app.PostAsync(
            "/v1/pins", SidecarApp.Pin(("title", "Bed & Breakfast"), ("description", "Soup"), ("idempotency_key", "k"))));
        Assert.Contains("idempotency_key_reused", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_and_queries_count_as_left_out_also_for_the_idempotency_key()
    {
        var empty = SidecarApp.Pin(
            ("account_id", ""), ("link_url", ""), ("publish_at", ""), ("metadata", ""), ("priority", ""), ("idempotency_key", "k"));

        var pin = await _app.PostAsync("/v1/pins", empty);
        var again = await _app.PostAsync("/v1/pins", SidecarApp.Pin(("idempotency_key", "k")));

        Assert.Equal((string?)pin["id"], (string?)again["id"]);
        Assert.NotEmpty((await _app.GetAsync("/v1/pins?account_id=&status=&board_id=&created_after=&limit="))["items"]!.AsArray());
        Assert.Equal((string?)pin["id"], (string?)(await _app.GetAsync($"/v1/pins/{pin["id"]}?wait="))["id"]);
        Assert.Empty((await _app.GetAsync("/v1/pins?metadata.sku="))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, "\"\"")]
    [InlineData(null, "\"  \"")]
    public async Task A_key_that_is_blank_counts_as_none_and_that_is_said(string? body, string? header)
    {
        var pin = SidecarApp.Pin();
        if (body is not null) pin["idempotency_key"] = body;

        var (first, second) = (await SendAsync(), await SendAsync());

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        Assert.Null(first["idempotency_key"]);
        Assert.Equal(("warning", "key_blank"), StateOf(first["warnings"], "idempotency_key"));
        if (body is null) return;
        var inspection = await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin);
        var batch = await _app.PostAsync("/v1/pins/batch", new { pins = new[] { pin } });
        Assert.Equal(("warning", "key_blank"), StateOf(inspection["checks"], "idempotency_key"));
        Assert.Equal(("warning", "key_blank"), StateOf(batch["items"]![0]!["pin"]!["warnings"], "idempotency_key"));

        async Task<JsonNode> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pins") { Content = JsonContent.Create(pin) };
            if (header is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", header);
            using var answer = await _app.Admin.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }

    private async Task<string> WaitingAsync() => await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));

    private static (string?, string?) StateOf(JsonNode? checks, string name)
    {
        var check = checks!.AsArray().Single(each => (string?)each!["name"] == name)!;
        return ((string?)check["status"], (string?)check["code"]);
    }
}
