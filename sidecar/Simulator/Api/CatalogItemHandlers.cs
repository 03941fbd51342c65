using System.Text.Json;
using Connector.Pinterest;
using Connector.Simulator.Catalogs;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>
/// Items of a catalog. One with "reject" in its id is refused, one with "warn" has a warning, and of one with "hide" the batch says
/// nothing.
/// </summary>
internal sealed class CatalogItemHandlers(SimulatorState state, TimeProvider clock)
{
    private const int Most = 1000;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);
    private static readonly string[] Operations = ["CREATE", "UPDATE", "UPSERT", "DELETE"];

    public SimulatorResponse Send(SimulatedCall call)
    {
        EnsurePlace(call);
        var items = call.Body.GetProperty("items").EnumerateArray().ToList();
        if (items.Count is 0 or > Most) throw Refusal.Invalid($"'items' has {items.Count} items");

        var takes = call.ProcessingTakes ?? Usual;
        var batch = new SimulatedBatch(
            $"{call.Account.Id}{Seeded.Id($"{call.Account.Id}/batch/{call.Account.Made}")}", call.Account.Made, clock.GetUtcNow(),
            [.. items.Select(item => Judge(call, item))])
        {
            Takes = takes == Timeout.InfiniteTimeSpan ? null : takes,
            Fails = call.ProcessingFails,
        };
        state.Record(new BatchTaken(call.Account.Id, batch));
        return Answer(batch);
    }

    public SimulatorResponse Get(SimulatedCall call) =>
        Shop(call).Batches.TryGetValue(call.Route("batch_id"), out var batch) ? Answer(batch) : throw Refusal.BatchNotFound();

    public static SimulatorResponse Find(SimulatedCall call)
    {
        EnsurePlace(call);
        var ids = call.Body.GetProperty("filters").GetProperty("item_ids").EnumerateArray().Select(id => id.GetString()!).ToList();
        var items = Shop(call).Items;
        return new SimulatorResponse(
            200, new { Items = ids.Select(id => items.TryGetValue(id, out var attributes) ? Has(id, attributes) : HasNot(id)) });
    }

    private static object Has(string id, JsonElement attributes) => new
    {
        CatalogType = "RETAIL",
        ItemId = id,
        Attributes = attributes,
        Pins = new[] { new { Id = Seeded.Id($"item/{id}") } },
    };

    private static object HasNot(string id) => new
    {
        CatalogType = "RETAIL",
        ItemId = id,
        Errors = new[] { new { Attribute = "item_id", Code = 4330, Message = "Sorry! We could not find your item." } },
    };

    private static SimulatedItem Judge(SimulatedCall call, JsonElement item)
    {
        var (id, operation) = (item.Required("item_id"), item.Required("operation"));
        if (!Operations.Contains(operation)) throw Refusal.Invalid($"'{operation}' is not one of {string.Join(", ", Operations)}");
        JsonElement? attributes = operation == "DELETE" ? null
            : item.TryGetProperty("attributes", out var given) && given.ValueKind == JsonValueKind.Object ? given
            : throw Refusal.Invalid("'attributes' is a required property");
        var isKnown = Shop(call).Items.ContainsKey(id);
        var error = id.Contains("reject", StringComparison.Ordinal) ? "Title is missing from product metadata."
            : operation == "CREATE" && isKnown ? "The item already exists."
            : operation == "UPDATE" && !isKnown ? "The item does not exist."
            : null;
        return new SimulatedItem(id, attributes, error, id.Contains("hide", StringComparison.Ordinal));
    }

    private SimulatorResponse Answer(SimulatedBatch batch)
    {
        var isOver = batch.IsOver(clock.GetUtcNow());
        return new SimulatorResponse(200, new
        {
            BatchId = batch.Id,
            CatalogType = "RETAIL",
            CreatedTime = SimulatorJson.Time(batch.CreatedAt),
            CompletedTime = isOver ? SimulatorJson.Time(batch.CreatedAt + batch.Takes!.Value) : null,
            Status = !isOver ? "PROCESSING" : batch.Fails ? "FAILED" : "COMPLETED",
            Items = batch.Items.Where(item => !item.IsHidden && !(isOver && batch.Fails)).Select(item => Record(item, isOver)),
        });
    }

    private static object Record(SimulatedItem item, bool isOver) => new
    {
        item.ItemId,
        Status = !isOver ? "PROCESSING" : item.Error is null ? "SUCCESS" : "FAILURE",
        Errors = Events(isOver ? item.Error : null, 106),
        Warnings = Events(item.ItemId.Contains("warn", StringComparison.Ordinal) ? "Title is longer than it should be." : null, 107),
    };

    private static object[] Events(string? message, int code) =>
        message is null ? [] : [new { Attribute = "title", Code = code, Message = message }];

    private static void EnsurePlace(SimulatedCall call)
    {
        var (country, language) = (call.Body.Required("country"), call.Body.Required("language"));
        if (!CatalogValues.Countries.Contains(country)) throw Refusal.Invalid($"'{country}' is not a country");
        if (!CatalogValues.Languages.Contains(language)) throw Refusal.Invalid($"'{language}' is not a language");
    }

    private static SimulatedItems Shop(SimulatedCall call) =>
        call.Account.IsBusiness ? call.Account.Items : throw Refusal.BusinessNeeded();
}
