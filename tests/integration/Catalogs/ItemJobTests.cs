using System.Net;
using Connector.Catalogs.Items;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Catalogs;

/// <summary>Items that are sent to a shop's catalog, at the simulator.</summary>
public sealed class ItemJobTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Each_item_has_a_row_that_says_what_became_of_it_and_one_that_is_refused_stops_no_other()
    {
        var job = await _app.WorkItemsAsync(ItemCalls.Items("upsert", "lamp", "reject-1", "warn-1", "hide-1"));

        Assert.Equal(
            ("completed_with_errors", 4, 2, 1, 1),
            ((string)job["status"]!, (int)job["total"]!, (int)job["succeeded"]!, (int)job["failed"]!, (int)job["unconfirmed"]!));
        var rows = await _app.ItemResultsAsync(job);
        Assert.Equal(["lamp", "reject-1", "warn-1", "hide-1"], rows.Keys);
        Assert.Equal("succeeded", (string)rows["lamp"]["status"]!);
        Assert.Equal(
            ("failed", "title", 106),
            ((string)rows["reject-1"]["status"]!, (string)rows["reject-1"]["errors"]![0]!["attribute"]!,
                (int)rows["reject-1"]["errors"]![0]!["code"]!));
        Assert.NotNull(rows["reject-1"]["what_to_do"]);
        Assert.Single(rows["warn-1"]["warnings"]!.AsArray());
        Assert.Equal("unconfirmed", (string)rows["hide-1"]["status"]!);
        var csv = await _app.Admin.GetStringAsync(
            new Uri($"/v1/catalogs/items/{job["id"]}/results?status=failed&format=csv", UriKind.Relative));
        Assert.StartsWith("number,item_id,status,errors", csv, StringComparison.Ordinal);
        Assert.Contains("reject-1,failed,title: Title is missing", csv, StringComparison.Ordinal);
        Assert.Equal(["catalog.items_completed"], await EventsAsync());
    }

    [Fact]
    public async Task What_was_sent_is_found_and_what_was_deleted_is_not()
    {
        await _app.WorkItemsAsync(ItemCalls.Items("upsert", "a", "b"));
        await _app.WorkItemsAsync(ItemCalls.Items("delete", "b"));

        var found = await _app.PostAsync(
            "/v1/catalogs/items/find", new { country = "us", language = "EN-us", item_ids = new[] { "b", "a" } });

        Assert.Equal([("b", false, null), ("a", true, "Title of a")], found["items"]!.AsArray()
            .Select(row => ((string)row!["item_id"]!, (bool)row["found"]!, (string?)row["title"])));
    }

    [Fact]
    public async Task A_repeated_key_gives_the_same_job_and_other_items_with_it_are_refused()
    {
        var request = ItemCalls.Items("upsert", "a");
        request["idempotency_key"] = "spring";
        var (first, job) = await _app.SendItemsAsync(request);
        var (again, same) = await _app.SendItemsAsync(request);
        request["items"]![0]!["item_id"] = "b";
        var (other, problem) = await _app.SendItemsAsync(request);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (first, again, other));
        Assert.Equal((string)job["id"]!, (string)same["id"]!);
        Assert.Equal("idempotency_key_reused", (string)problem["code"]!);
        await _app.ItemsEndedAsync((string)job["id"]!);
        Assert.Equal(1, _app.CallsOf("send_items"));
    }

    [Fact]
    public async Task Many_items_go_in_batches_of_a_thousand_and_what_was_given_is_kept_only_until_they_are_sent()
    {
        var job = await _app.WorkItemsAsync(
            ItemCalls.Items("delete", [.. Enumerable.Range(1, 2001).Select(number => $"item-{number}")]));

        Assert.Equal(("completed", 2001), ((string)job["status"]!, (int)job["succeeded"]!));
        Assert.Equal(3, _app.CallsOf("send_items"));
        Assert.Equal(0, Count("item_batches where items is not null or state <> 'ended'"));
    }

    [Fact]
    public async Task An_ended_job_is_forgotten_with_all_of_its_rows_after_its_retention()
    {
        var job = await _app.WorkItemsAsync(ItemCalls.Items("upsert", "a", "b"));
        var retention = _app.Services.GetServices<IHostedService>().OfType<ItemJobRetention>().Single();
        _clock.Advance(TimeSpan.FromDays(29));
        await retention.RunOnceAsync(CancellationToken.None);
        Assert.Equal(2, Count("item_results"));

        _clock.Advance(TimeSpan.FromDays(2));
        await retention.RunOnceAsync(CancellationToken.None);

        await _app.RefusedAsync(404, "not_found", call => call.Get.Url($"/v1/catalogs/items/{job["id"]}"));
        Assert.Equal((0, 0, 0), (Count("item_results"), Count("item_batches"), Count("item_jobs")));
    }

    [Fact]
    public async Task Jobs_are_listed_newest_first()
    {
        var first = await _app.WorkItemsAsync(ItemCalls.Items("upsert", "a"));
        var second = await _app.WorkItemsAsync(ItemCalls.Items("upsert", "b"));

        var page = await _app.GetAsync("/v1/catalogs/items?limit=1");
        var next = await _app.GetAsync($"/v1/catalogs/items?limit=1&cursor={page["next_cursor"]}");

        Assert.Equal((string)second["id"]!, (string)page["items"]![0]!["id"]!);
        Assert.Equal((string)first["id"]!, (string)next["items"]![0]!["id"]!);
    }

    private async Task<IEnumerable<string>> EventsAsync() => (await _app.GetAsync("/v1/events"))["items"]!.AsArray()
        .Select(each => (string)each!["type"]!).Where(type => type.StartsWith("catalog.", StringComparison.Ordinal));

    private int Count(string what) => (int)_app.Services.GetRequiredService<Database>().Read(
        sql => sql.Find<long>($"select count(*) from {what}"));
}
