using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Catalogs;

/// <summary>Groups of products, and reports, at the simulator.</summary>
public sealed class ProductGroupTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_group_is_made_changed_counted_listed_and_deleted()
    {
        await _app.WorkItemsAsync(ItemCalls.Items("upsert", "a", "b"));
        var id = (string)(await _app.PostAsync("/v1/catalogs/groups", Group("Lamps")))["id"]!;
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/catalogs/groups/{id}", new { name = "Brass lamps" });

        var group = await _app.GetAsync($"/v1/catalogs/groups/{id}");
        Assert.Equal(("Brass lamps", "77"), ((string)group["name"]!, (string)group["feed_id"]!));
        Assert.NotNull(group["filters"]!["any_of"]);
        Assert.Equal(2, (int)(await _app.GetAsync($"/v1/catalogs/groups/{id}/counts"))["total"]!);
        var products = await _app.GetAsync($"/v1/catalogs/groups/{id}/products?limit=1");
        Assert.Equal("a", (string)products["items"]![0]!["item_id"]!);
        Assert.NotNull(products["next_cursor"]);
        Assert.Single((await _app.GetAsync("/v1/catalogs/groups"))["items"]!.AsArray());

        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/catalogs/groups/{id}", null);
        await _app.RefusedAsync(404, "group_not_found", call => call.Get.Url($"/v1/catalogs/groups/{id}"));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said_and_so_is_what_is_no_id()
    {
        await _app.PostAsync("/v1/catalogs/groups", Group("Lamps"));

        await _app.RefusedAsync(409, "conflict", call => call.Post.Json(Group("Lamps")).ToUrl("/v1/catalogs/groups"));
        await _app.RefusedAsync(404, "group_not_found", call => call.Get.Url("/v1/catalogs/groups/lamps"));
    }

    [Fact]
    public async Task A_report_is_made_and_then_downloaded_by_its_token()
    {
        var token = Uri.EscapeDataString(
            (string)(await _app.PostAsync("/v1/catalogs/reports", new { type = "distribution_issues" }))["token"]!);
        Assert.False((bool)(await _app.GetAsync($"/v1/catalogs/reports?token={token}"))["ready"]!);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull((await _app.GetAsync($"/v1/catalogs/reports?token={token}"))["url"]);
        await _app.RefusedAsync(404, "report_not_found", call => call.Get.Url("/v1/catalogs/reports?token=old"));
        var row = (await _app.GetAsync("/v1/catalogs/reports/stats?type=feed_issues&feed_id=77"))["items"]![0]!;
        Assert.Equal(("TITLE_MISSING", 3), ((string)row["issue"]!, (int)row["occurrences"]!));
    }

    private static JsonNode Group(string name) => JsonNode.Parse(
        $$$"""{"name":"{{{name}}}","feed_id":"77","filters":{"any_of":[{"BRAND":{"values":["Acme"]}}]}}""")!;
}
