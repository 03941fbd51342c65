using System.Text.Json;
using Connector.Pinterest;

namespace Connector.Tests.Simulator;

/// <content>Items of catalogs, groups of products, and reports.</content>
public sealed partial class OpenApiConformanceTests
{
    [Fact]
    public async Task Items_of_a_catalog()
    {
        var items = JsonElement.Parse(
            """
            [{"operation":"UPSERT","item_id":"a","attributes":{"title":"A","link":"https://shop.example.com/a","price":"9.50USD"}},
             {"operation":"UPSERT","item_id":"warn","attributes":{"title":"B"}},
             {"operation":"UPSERT","item_id":"reject","attributes":{"title":"C"}},
             {"operation":"DELETE","item_id":"d"}]
            """);
        var batch = await Pinterest.SendItemsAsync(_session, new ItemBatchRequest("US", "EN", null, items), default);
        await Pinterest.GetItemBatchAsync(_session, batch.BatchId!, default);
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pinterest.GetItemBatchAsync(_session, batch.BatchId!, default);
        await RefusedAsync(() => Pinterest.GetItemBatchAsync(_session, "1", default));
        await Pinterest.FindItemsAsync(_session, new ItemsQuery("US", "EN", new ItemsFilter(null, ["a", "nobody"])), default);

        AssertConforms(7);
    }

    [Fact]
    public async Task Groups_of_products()
    {
        var filters = JsonElement.Parse("""{"any_of":[{"BRAND":{"values":["Acme"]}}]}""");
        var fields = new Dictionary<string, object?> { ["feed_id"] = "2680059592705", ["name"] = "Lamps", ["filters"] = filters };
        var group = await Pinterest.CreateGroupAsync(_session, fields, default);
        await RefusedAsync(() => Pinterest.CreateGroupAsync(_session, fields, default));
        await Pinterest.UpdateGroupAsync(_session, group.Id, new Dictionary<string, object?> { ["name"] = "Old lamps" }, default);
        await Pinterest.GetGroupAsync(_session, group.Id, default);
        await Pinterest.ListGroupsAsync(_session, null, "2680059592705", null, 25, default);
        await Pinterest.GetGroupCountsAsync(_session, group.Id, default);
        await Pinterest.ListGroupProductsAsync(_session, group.Id, null, 25, default);
        await Pinterest.DeleteGroupAsync(_session, group.Id, default);
        await RefusedAsync(() => Pinterest.GetGroupAsync(_session, group.Id, default));

        AssertConforms(11);
    }

    [Fact]
    public async Task Reports_of_a_catalog()
    {
        var query = new ReportQuery("FEED_INGESTION_ISSUES", null, "2680059592705", null);
        var token = (await Pinterest.CreateReportAsync(_session, query, default)).Token!;
        await Pinterest.GetReportAsync(_session, token, default);
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pinterest.GetReportAsync(_session, token, default);
        await Pinterest.ListReportCountsAsync(_session, query, null, 25, default);

        AssertConforms(6);
    }
}
