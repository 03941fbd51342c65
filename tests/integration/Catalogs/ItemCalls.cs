using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Catalogs;

/// <summary>Gives items to a sidecar and waits until they are worked.</summary>
internal static class ItemCalls
{
    public static JsonObject Items(string operation, params string[] ids) => new()
    {
        ["operation"] = operation,
        ["country"] = "US",
        ["language"] = "en-US",
        ["items"] = new JsonArray([.. ids.Select(id => Item(operation, id))]),
    };

    public static async Task<(HttpStatusCode Status, JsonNode Body)> SendItemsAsync(this SidecarApp app, JsonNode request)
    {
        using var answer = await app.Admin.PostAsJsonAsync(new Uri("/v1/catalogs/items", UriKind.Relative), request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends items and waits until the job has ended.</summary>
    public static async Task<JsonNode> WorkItemsAsync(this SidecarApp app, JsonNode request)
    {
        var (status, body) = await app.SendItemsAsync(request);
        Assert.True(status == HttpStatusCode.Accepted, body.ToJsonString());
        return await app.ItemsEndedAsync((string)body["id"]!);
    }

    /// <summary>Waits until the job has ended, moving virtual time to whenever it goes on.</summary>
    public static async Task<JsonNode> ItemsEndedAsync(this SidecarApp app, string id)
    {
        JsonNode job = new JsonObject();
        var looks = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                // A read that is tried again waits in virtual time, which nothing else shows.
                if (++looks % 250 == 0) app.Clock!.Advance(TimeSpan.FromSeconds(1));
                job = await app.GetAsync($"/v1/catalogs/items/{id}");
                if ((string?)job["waiting_for"]?["until"] is { } until
                    && DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) is var at && at > app.Clock!.GetUtcNow())
                    app.Clock.AdvanceTo(at);
                return job["ended_at"] is not null;
            },
            () => job.ToJsonString());
        return job;
    }

    public static async Task<Dictionary<string, JsonNode>> ItemResultsAsync(this SidecarApp app, JsonNode job) =>
        (await app.GetAsync($"/v1/catalogs/items/{job["id"]}/results?limit=250"))["items"]!.AsArray()
            .ToDictionary(row => (string)row!["item_id"]!, row => row!);

    private static JsonObject Item(string operation, string id)
    {
        var item = new JsonObject { ["item_id"] = id };
        if (operation != "delete")
            item["attributes"] = new JsonObject { ["title"] = $"Title of {id}", ["price"] = "9.50USD", ["link"] = "https://example.com/p" };
        return item;
    }
}
