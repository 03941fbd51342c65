using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Catalogs;

/// <summary>Items that are refused before anything of them is stored.</summary>
public sealed class WrongItemsTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("country", "QQ", "country")]
    [InlineData("language", "Klingon", "language")]
    [InlineData("operation", "replace", "operation")]
    [InlineData("catalog_id", "shop", "catalog_id")]
    [InlineData("items", "[]", "items")]
    [InlineData("items", """[{"item_id":"a","attributes":{"title":"A"}},{"item_id":"a","attributes":{"title":"B"}}]""", "items[1].item_id")]
    [InlineData("items", """[{"item_id":"a"}]""", "items[0].attributes")]
    [InlineData("items", """[{"item_id":"a","attributes":{"title":"A"},"update_mask":["title"]}]""", "items[0].update_mask")]
    public async Task The_problem_names_the_field(string field, string value, string named)
    {
        var request = ItemCalls.Items("upsert", "a");
        request[field] = value[0] == '[' ? JsonNode.Parse(value) : value;

        var (status, problem) = await _app.SendItemsAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(named, problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.Empty((await _app.GetAsync("/v1/catalogs/items"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_update_may_only_delete_attributes()
    {
        var request = ItemCalls.Items("update", "a");
        request["items"] = JsonNode.Parse("""[{"item_id":"a","update_mask":["sale_price"]}]""");

        var (status, _) = await _app.SendItemsAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_job_however_the_words_are_written()
    {
        var request = ItemCalls.Items("upsert", "a");
        request["idempotency_key"] = "spring";
        var (_, first) = await _app.SendItemsAsync(request);
        request["operation"] = "UPSERT";
        request["country"] = "us";
        request["account_id"] = (string)first["account_id"]!;

        var (status, again) = await _app.SendItemsAsync(request);

        Assert.Equal((HttpStatusCode.OK, (string)first["id"]!), (status, (string)again["id"]!));
    }

    /// <remarks>Over TCP: only Kestrel counts bytes.</remarks>
    [Fact]
    public async Task A_request_of_more_than_a_million_bytes_is_too_large()
    {
        await using var app = await RunningConnector.StartAsync(null, null);
        var request = ItemCalls.Items("upsert", "a");
        request["items"]![0]!["attributes"]!["description"] = new string('x', 1_000_000);

        var (status, _) = await app.SendItemsAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }
}
