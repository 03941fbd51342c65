using System.Text.Json;
using Connector.Simulator.Catalogs;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.Options;

namespace Connector.Simulator.Api;

/// <summary>Catalogs and feeds: a location with "broken" in it cannot be fetched, one with "issues" in it has wrong items.</summary>
internal sealed class CatalogHandlers(SimulatorState state, IOptions<SimulatorOptions> options, TimeProvider clock)
{
    public static SimulatorResponse Catalogs(SimulatedCall call)
    {
        var opened = SimulatorJson.Time(DateTimeOffset.UnixEpoch);
        var only = new { Id = Shop(call).CatalogId, Name = "Products", CatalogType = "RETAIL", CreatedAt = opened, UpdatedAt = opened };
        return Paging.Page(call, [only], catalog => catalog.Id, catalog => catalog);
    }

    public static SimulatorResponse List(SimulatedCall call)
    {
        var shop = Shop(call);
        var isAsked = (call.Query("catalog_id") ?? shop.CatalogId) == shop.CatalogId;
        return Paging.Page(call, isAsked ? shop.Feeds : [], feed => feed.Id, FeedAnswers.Feed);
    }

    public static SimulatorResponse Get(SimulatedCall call) => Answer(200, Find(call));

    public SimulatorResponse Create(SimulatedCall call)
    {
        var fields = FeedFields.Read(call.Body, isNew: true);
        EnsureFree(call, call.Body.Text("name"), null);
        var now = clock.GetUtcNow();
        var feed = new SimulatedFeed(Seeded.Id($"{call.Account.Id}/feed/{call.Account.Made}"), call.Account.Made, fields, now, now);
        state.Record(new FeedSaved(call.Account.Id, feed));
        if (feed.Text("status") != "INACTIVE") Begin(call, feed);
        return Answer(201, feed);
    }

    public SimulatorResponse Update(SimulatedCall call)
    {
        var feed = Find(call);
        var changes = FeedFields.Read(call.Body, isNew: false);
        EnsureFree(call, call.Body.Text("name"), feed.Id);
        var fields = new Dictionary<string, JsonElement>(feed.Fields);
        foreach (var (name, value) in changes) fields[name] = value;
        var changed = feed with { Fields = fields };
        state.Record(new FeedSaved(call.Account.Id, changed with { UpdatedAt = clock.GetUtcNow() }));
        return Answer(200, Find(call));
    }

    public SimulatorResponse Delete(SimulatedCall call)
    {
        state.Record(new FeedDeleted(call.Account.Id, Find(call).Id));
        return new SimulatorResponse(204);
    }

    public SimulatorResponse Ingest(SimulatedCall call)
    {
        var run = Begin(call, Find(call));
        return new SimulatorResponse(200, FeedAnswers.Ingestion(run, clock.GetUtcNow()));
    }

    public SimulatorResponse Results(SimulatedCall call)
    {
        var (feed, now) = (Find(call), clock.GetUtcNow());
        var runs = Shop(call).Runs.Where(run => run.FeedId == feed.Id).Reverse().ToList();
        return Paging.Page(call, runs, run => run.Id, run => FeedAnswers.Result(run, now));
    }

    public SimulatorResponse Issues(SimulatedCall call)
    {
        var id = call.Route("processing_result_id");
        var run = Shop(call).Runs.Find(each => each.Id == id) ?? throw Refusal.FeedResultNotFound();
        var (numbers, code) = (call.List("item_numbers"), call.Query("item_validation_issue"));
        if (numbers.Count > 0 && code is not null)
            throw new Refusal(501, 4181, "Not implemented at the moment. Please, see documentation.");

        var issues = FeedAnswers.Issues(run, clock.GetUtcNow())
            .Where(item => numbers.Count == 0 || numbers.Contains($"{item.Number}"))
            .Where(item => code is null || item.Errors.ContainsKey(code) || item.Warnings.ContainsKey(code))
            .ToList();
        return Paging.Page(call, issues, item => $"{item.Number}", item => new
        {
            ItemId = $"SKU-{item.Number + 1}",
            ItemNumber = item.Number,
            item.Errors,
            item.Warnings,
        });
    }

    private SimulatedFeedRun Begin(SimulatedCall call, SimulatedFeed feed)
    {
        var location = feed.Text("location") ?? "";
        var takes = call.ProcessingTakes ?? options.Value.FeedProcessing;
        var run = new SimulatedFeedRun(
            Seeded.Id($"{call.Account.Id}/feed_run/{call.Account.Made}"), call.Account.Made, feed.Id, clock.GetUtcNow())
        {
            Takes = takes == Timeout.InfiniteTimeSpan ? null : takes,
            Fails = call.ProcessingFails || location.Contains("broken", StringComparison.Ordinal),
            HasIssues = call.FindsIssues || location.Contains("issues", StringComparison.Ordinal),
        };
        state.Record(new FeedRunBegun(call.Account.Id, run));
        return run;
    }

    private static SimulatedCatalogs Shop(SimulatedCall call) =>
        call.Account.IsBusiness ? call.Account.Shop : throw Refusal.BusinessNeeded();

    private static SimulatedFeed Find(SimulatedCall call)
    {
        var id = call.Route("feed_id");
        if (!id.All(char.IsAsciiDigit)) throw Refusal.Invalid($"'feed_id' value '{id}' must match the pattern: ^\\d+$");
        return Shop(call).Feeds.Find(feed => feed.Id == id) ?? throw Refusal.FeedNotFound();
    }

    private static void EnsureFree(SimulatedCall call, string? name, string? feedId)
    {
        if (name is not null && Shop(call).Feeds.Exists(feed => feed.Id != feedId && feed.Text("name") == name))
            throw new Refusal(422, 4170, "The feed name already exists.");
    }

    private static SimulatorResponse Answer(int status, SimulatedFeed feed) =>
        new(status, FeedAnswers.Feed(feed));
}
