using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

public sealed class BatchTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task All_pins_of_a_batch_are_accepted_and_published()
    {
        var answer = await PostAsync([.. Enumerable.Range(0, 20).Select(i => SidecarApp.Pin(("title", $"Lamp {i}")))]);

        Assert.Equal((20, 0, 0), Counts(answer));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => $"Lamp {i}"), answer["items"]!.AsArray().Select(item => (string)item!["pin"]!["title"]!));
        foreach (var item in answer["items"]!.AsArray())
            Assert.Equal("published", (string?)(await _app.SettledAsync((string)item!["pin"]!["id"]!))["status"]);
        Assert.Equal(20, (await _app.SimulatedPinsAsync()).Count);
    }

    [Fact]
    public async Task One_wrong_pin_never_stops_the_others_and_each_says_what_it_would_have_said_alone()
    {
        JsonObject[] pins =
        [
            SidecarApp.Pin(),
            SidecarApp.Pin(("titel", "A typo")),
            SidecarApp.Pin(("title", new string('x', 101))),
            SidecarApp.Pin(("board", "Nowhere")),
            SidecarApp.Pin(("image_url", null)),
            SidecarApp.Pin(("publish_at", "tomorrow")),
            SidecarApp.Pin(("title", 7)),
            SidecarApp.Pin(("account_id", "acc_nobody")),
            SidecarApp.Pin(("callback_url", "https://10.0.0.1/")),
            SidecarApp.Pin(("title", "The last")),
        ];
        var answer = await PostAsync(pins);

        Assert.Equal((2, 0, 8), Counts(answer));
        for (var i = 1; i < pins.Length - 1; i++)
        {
            using var alone = await _app.Admin.PostAsJsonAsync("/v1/pins", pins[i]);
            var expected = (await alone.Content.ReadFromJsonAsync<JsonObject>())!;
            var problem = answer["items"]![i]!["problem"]!.AsObject();
            foreach (var own in new[] { expected, problem }) own.Remove("request_id");
            Assert.True(JsonNode.DeepEquals(expected, problem), $"{expected}\n{problem}");
        }
    }

    [Fact]
    public async Task A_null_among_the_pins_stops_no_other()
    {
        using var content = new StringContent(
            $$"""{"pins":[{{SidecarApp.Pin().ToJsonString()}},null,{{SidecarApp.Pin().ToJsonString()}}]}""", null, "application/json");
        using var answer = await _app.Admin.PostAsync(new Uri("/v1/pins/batch", UriKind.Relative), content);
        var batch = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((2, 0, 1), Counts(batch));
        Assert.Equal(["created", "failed", "created"], batch["items"]!.AsArray().Select(item => (string?)item!["status"]));
        Assert.Equal("validation_failed", (string?)batch["items"]![1]!["problem"]!["code"]);
    }

    [Fact]
    public async Task The_same_batch_again_publishes_nothing_twice()
    {
        JsonObject[] pins =
            [.. Enumerable.Range(0, 5).Select(i => SidecarApp.Pin(("title", $"Lamp {i}"), ("idempotency_key", $"lamp-{i}")))];
        var first = await PostAsync(pins);
        var again = await PostAsync(
            [.. pins, SidecarApp.Pin(("idempotency_key", "lamp-5")), SidecarApp.Pin(("title", "Another"), ("idempotency_key", "lamp-0"))]);

        Assert.Equal((1, 5, 1), Counts(again));
        Assert.Equal(Ids(first), Ids(again).Take(5));
        Assert.Equal("idempotency_key_reused", (string?)again["items"]![6]!["problem"]!["code"]);
    }

    [Fact]
    public async Task The_same_key_twice_in_a_batch_is_one_pin()
    {
        var answer = await PostAsync(SidecarApp.Pin(("idempotency_key", "lamp")), SidecarApp.Pin(("idempotency_key", "lamp")));

        Assert.Equal((1, 1, 0), Counts(answer));
        Assert.Single(Ids(answer).Distinct());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_has_1_to_100_pins(int pins)
    {
        using var answer = await _app.Admin.PostAsJsonAsync(
            "/v1/pins/batch", new { pins = Enumerable.Range(0, pins).Select(_ => SidecarApp.Pin()) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["pins"]);
    }

    [Fact]
    public async Task A_key_for_the_whole_batch_is_refused_because_each_pin_has_its_own()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pins/batch");
        request.Content = JsonContent.Create(new { pins = new[] { SidecarApp.Pin() } });
        request.Headers.Add("Idempotency-Key", "all");
        using var answer = await _app.Admin.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task After_a_power_cut_a_batch_is_there_whole()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        try
        {
            // On Kestrel: the test starts it again.
            var crashed = await RunningConnector.StartAsync(new ManualClock(), data);
            var pins = Enumerable.Range(0, 100).Select(_ => SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));
            var answer = await crashed.PostAsync("/v1/pins/batch", new { pins });
            await crashed.CrashAsync();

            await using var app = await RunningConnector.StartAsync(new ManualClock(), data);
            var kept = (await app.GetAsync("/v1/pins?limit=250"))["items"]!.AsArray().Select(pin => (string)pin!["id"]!);
            Assert.Equal(Ids(answer).Order(), kept.Order());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private Task<JsonNode> PostAsync(params JsonObject[] pins) => _app.PostAsync("/v1/pins/batch", new { pins });

    private static (int Created, int Existing, int Failed) Counts(JsonNode answer) =>
        ((int)answer["created"]!, (int)answer["existing"]!, (int)answer["failed"]!);

    private static List<string> Ids(JsonNode answer) =>
        [.. answer["items"]!.AsArray().Select(item => item!["pin"]).OfType<JsonNode>().Select(pin => (string)pin["id"]!)];
}
