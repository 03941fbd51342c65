using System.Text.Json;
using Connector.Simulator.Catalogs;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Groups of products, each with all items of the catalog, and reports.</summary>
internal sealed class ProductGroupHandlers(SimulatorState state, TimeProvider clock)
{
    private static readonly string[] Known =
        ["catalog_type", "catalog_id", "feed_id", "name", "description", "country", "locale", "filters", "is_featured"];

    public static SimulatorResponse List(SimulatedCall call) =>
        Paging.Page(call, [.. Shop(call).Groups.Values.OrderBy(group => group.Number)], group => group.Id, group => Describe(call, group));

    public static SimulatorResponse Get(SimulatedCall call) => new(200, Describe(call, Find(call)));

    public SimulatorResponse Create(SimulatedCall call)
    {
        call.Body.Required("name");
        if (!call.Body.TryGetProperty("filters", out _)) throw Refusal.Invalid("'filters' is a required property");
        if (call.Body.Id("feed_id") is null && call.Body.Id("catalog_id") is null)
            throw Refusal.Invalid("'catalog_id' is a required property");
        EnsureFree(call, null);
        var now = clock.GetUtcNow();
        return Save(call, 201, new SimulatedGroup(
            Seeded.Id($"{call.Account.Id}/group/{call.Account.Made}"), call.Account.Made, Fields(call), now, now));
    }

    public SimulatorResponse Update(SimulatedCall call)
    {
        var group = Find(call);
        EnsureFree(call, group.Id);
        var fields = group.Fields.Concat(Fields(call)).GroupBy(field => field.Key).ToDictionary(all => all.Key, all => all.Last().Value);
        return Save(call, 200, group with { Fields = fields, UpdatedAt = clock.GetUtcNow() });
    }

    public SimulatorResponse Delete(SimulatedCall call)
    {
        state.Record(new GroupDeleted(call.Account.Id, Find(call).Id));
        return new SimulatorResponse(204);
    }

    public static SimulatorResponse Counts(SimulatedCall call)
    {
        Find(call);
        var total = Shop(call).Items.Count;
        return new SimulatorResponse(
            200, new { CatalogType = "RETAIL", InStock = total, OutOfStock = 0, Preorder = 0, Total = total, Videos = 0 });
    }

    public static SimulatorResponse Products(SimulatedCall call)
    {
        Find(call);
        return Paging.Page(call, [.. Shop(call).Items.Keys.Order(StringComparer.Ordinal)], id => id, id => new
        {
            CatalogType = "RETAIL",
            Metadata = new
            {
                ItemId = id,
                ItemGroupId = (string?)null,
                Availability = "IN_STOCK",
                Price = 9.5,
                SalePrice = (double?)null,
                Currency = "USD",
            },
            Pin = new { Id = Seeded.Id($"item/{id}"), Title = id, Link = $"https://example.com/{id}" },
        });
    }

    public SimulatorResponse Report(SimulatedCall call)
    {
        Shop(call);
        call.Body.Required("catalog_type");
        var type = call.Body.GetProperty("report").Required("report_type");
        return new SimulatorResponse(200, new { Token = $"{type}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}" });
    }

    public SimulatorResponse GetReport(SimulatedCall call)
    {
        var at = (call.Query("token") ?? "").Split('/') is [_, var text] && long.TryParse(text, out var made)
            ? DateTimeOffset.FromUnixTimeMilliseconds(made)
            : throw new Refusal(400, 1104, "The token you provided is not valid or has expired.");
        var isReady = clock.GetUtcNow() - at >= TimeSpan.FromSeconds(30);
        return new SimulatorResponse(200, new
        {
            ReportStatus = isReady ? "FINISHED" : "IN_PROGRESS",
            Url = isReady ? "https://example.com/report.csv" : null,
            Size = isReady ? 240 : (int?)null,
        });
    }

    public static SimulatorResponse Stats(SimulatedCall call)
    {
        var type = call.Query("parameters[report][report_type]") ?? throw Refusal.Invalid("'parameters' is a required property");
        object[] all =
        [
            new
            {
                ReportType = type,
                CatalogId = call.Account.Shop.CatalogId,
                Code = 106,
                CodeLabel = "TITLE_MISSING",
                Message = "Title is missing from product metadata.",
                Occurrences = 3,
                Severity = "ERROR",
            },
        ];
        return Paging.Page(call, all, _ => "106", each => each);
    }

    private SimulatorResponse Save(SimulatedCall call, int status, SimulatedGroup group)
    {
        state.Record(new GroupSaved(call.Account.Id, group));
        return new SimulatorResponse(status, Describe(call, group));
    }

    private static Dictionary<string, JsonElement> Fields(SimulatedCall call)
    {
        var fields = call.Body.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        return fields.Keys.FirstOrDefault(name => !Known.Contains(name)) is { } strange
            ? throw Refusal.Invalid($"Additional properties are not allowed ('{strange}' was unexpected)")
            : fields;
    }

    private static void EnsureFree(SimulatedCall call, string? id)
    {
        if (call.Body.Text("name") is { } name
            && Shop(call).Groups.Values.Any(group => group.Id != id && group.Fields["name"].GetString() == name))
            throw new Refusal(409, 4179, "A catalogs product group with this name already exists for this feed.");
    }

    private static SimulatedGroup Find(SimulatedCall call) =>
        Shop(call).Groups.TryGetValue(call.Route("product_group_id"), out var group)
            ? group
            : throw new Refusal(404, 4180, "Sorry! We could not find your catalogs product group.");

    private static SimulatedItems Shop(SimulatedCall call) =>
        call.Account.IsBusiness ? call.Account.Items : throw Refusal.BusinessNeeded();

    private static Dictionary<string, object?> Describe(SimulatedCall call, SimulatedGroup group)
    {
        var answer = group.Fields.ToDictionary(field => field.Key, field => (object?)field.Value);
        foreach (var name in new[] { "feed_id", "description", "country", "locale" }) answer.TryAdd(name, null);
        answer.TryAdd("catalog_id", call.Account.Shop.CatalogId);
        answer.TryAdd("catalog_type", "RETAIL");
        answer["id"] = group.Id;
        answer["type"] = "MERCHANT_CREATED";
        answer["status"] = "ACTIVE";
        answer["created_at"] = group.CreatedAt.ToUnixTimeSeconds();
        answer["updated_at"] = group.UpdatedAt.ToUnixTimeSeconds();
        return answer;
    }
}
