using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Intake;

public sealed class IdempotencyTests(IdempotencyTests.Running running) : IClassFixture<IdempotencyTests.Running>
{
    private SidecarApp App => running.App;

    [Fact]
    public async Task The_same_key_and_request_give_the_same_pin_and_say_so()
    {
        var pin = SidecarApp.Pin(("idempotency_key", "same"), ("title", "Once"));
        var first = await App.PostAsync("/v1/pins", pin);

        using var again = await App.Admin.PostAsJsonAsync("/v1/pins", pin);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal((string?)first["id"], (string?)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["id"]);
    }

    [Fact]
    public async Task The_order_of_the_fields_does_not_make_it_another_request()
    {
        await App.PostAsync(
            "/v1/pins", new { idempotency_key = "order", board = "Recipes", title = "A", image_url = "https://example.com/a.jpg" });

        using var again = await App.Admin.PostAsJsonAsync(
            "/v1/pins", new { image_url = "https://example.com/a.jpg", title = "A", board = "Recipes", idempotency_key = "order" });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_names_the_earlier_pin()
    {
        var id = await App.PublishAsync(SidecarApp.Pin(("idempotency_key", "other"), ("title", "One")));

        using var refused = await App.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("idempotency_key", "other"), ("title", "Two")));
        var problem = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("idempotency_key_reused", problem, StringComparison.Ordinal);
        Assert.Contains(id, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_requests_at_once_with_one_key_make_one_pin()
    {
        var pin = SidecarApp.Pin(("idempotency_key", "stampede"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => App.Admin.PostAsJsonAsync("/v1/pins", pin)));
        var ids = await Task.WhenAll(answers.Select(async a => (string)JsonNode.Parse(await a.Content.ReadAsStringAsync())!["id"]!));

        Assert.Single(ids.Distinct());
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(99, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_key_in_the_header_quoted_or_bare_is_the_same_key_as_in_the_body()
    {
        var id = await App.PublishAsync(SidecarApp.Pin(("idempotency_key", "k 1")));

        foreach (var header in new[] { "k 1", "\"k 1\"" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pins") { Content = JsonContent.Create(SidecarApp.Pin()) };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", header);
            using var answer = await App.Admin.SendAsync(request);
            Assert.Equal(id, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]);
        }
    }

    [Fact]
    public async Task A_repeat_is_recognised_although_it_could_not_be_accepted_anew()
    {
        var pin = SidecarApp.Pin(("idempotency_key", "renamed"), ("board", "Fleeting"));
        var board = await App.PostAsync("/v1/boards", new { name = "Fleeting" });
        var id = await App.PublishAsync(pin);
        await App.SettledAsync(id);
        await App.Admin.DeleteAsync($"/v1/boards/{board["id"]}");

        using var again = await App.Admin.PostAsJsonAsync("/v1/pins", pin);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, (string?)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["id"]);
    }

    [Fact]
    public async Task Forgetting_a_pin_frees_its_key()
    {
        var pin = SidecarApp.Pin(("idempotency_key", "freed"));
        var id = await App.PublishAsync(pin);
        await App.SettledAsync(id);

        using var forgotten = await App.Admin.DeleteAsync($"/v1/pins/{id}");

        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        Assert.NotEqual(id, await App.PublishAsync(pin));
    }

    public sealed class Running : IAsyncLifetime
    {
        public SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await SidecarApp.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
