using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Connector.Tests.Http;

public sealed class BadRequestTests(BadRequestWorld world) : IClassFixture<BadRequestWorld>
{
    public static TheoryData<string> Names => [.. BadRequests.All.Select(request => request.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_request_is_refused_and_says_what_to_do(string name)
    {
        var bad = BadRequests.All.Single(request => request.Name == name);

        var (status, problem) = await world.RefusedAsync(bad.As, bad.ToMessage(world.Fill));

        Assert.True((bad.Status, bad.Code) == (status, (string?)problem["code"]), problem.ToJsonString());
        if (bad.Field is not null) Assert.True(problem["errors"]?[bad.Field] is not null, problem.ToJsonString());
    }

    /// <summary>Nobody learns from our answers what an operation takes before they have shown a key.</summary>
    [Fact]
    public async Task Without_a_key_every_operation_says_so_before_it_looks_at_the_request() =>
        await ForEveryOperationAsync("nobody", _ => true, (401, "unauthorized"));

    [Fact]
    public async Task A_reader_may_change_nothing_whatever_the_request_says() =>
        await ForEveryOperationAsync("reader", endpoint => Scopes.Of(endpoint) != "read", (403, "insufficient_scope"));

    [Theory]
    [InlineData("title", 100)]
    [InlineData("description", 800)]
    [InlineData("alt_text", 500)]
    [InlineData("chosen_by", 200)]
    [InlineData("idempotency_key", 255)]
    public async Task Texts_may_be_as_long_as_they_say_and_an_emoji_is_one_character(string field, int length)
    {
        // A run of its own first, so that the idempotency key is new.
        var text = $"{field}:".PadRight(20) + string.Concat(Enumerable.Repeat("🌷", length - 20));

        var pin = await world.App.PostAsync("/v1/pins", SidecarApp.Pin((field, text), ("publish_at", SidecarApp.MuchLater)));

        if (field != "chosen_by") Assert.Equal(text, (string?)pin[field]);
    }

    [Fact]
    public async Task Metadata_and_links_may_be_as_large_as_they_say()
    {
        var metadata = new JsonObject(
            Enumerable.Range(0, 20).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)string.Concat(Enumerable.Repeat("🌷", 500)))));
        var link = "https://example.com/".PadRight(2048, 'x');

        var pin = await world.App.PostAsync(
            "/v1/pins", SidecarApp.Pin(("metadata", metadata), ("link_url", link), ("publish_at", SidecarApp.MuchLater)));

        Assert.Equal(link, (string?)pin["link_url"]);
        Assert.True(JsonNode.DeepEquals(metadata, pin["metadata"]));
    }

    private async Task ForEveryOperationAsync(string caller, Func<RouteEndpoint, bool> which, (int Status, string Code) expected)
    {
        var operations = world.App.Routes().Where(which).ToList();
        Assert.True(operations.Count > 10);

        foreach (var operation in operations)
        {
            var path = OperationRoutes.PathOf(operation);
            foreach (var method in operation.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                var bad = BadRequest.Send(path, method, $"{path}?limit=none", "{rubbish", expected.Status, expected.Code);
                var (status, problem) = await world.RefusedAsync(caller, bad.ToMessage(p => p));
                Assert.True(expected == (status, (string?)problem["code"]), $"{method} {path}: {problem.ToJsonString()}");
            }
        }
    }
}
