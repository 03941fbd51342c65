using System.Text.Json;
using Connector.Simulator.Server;

namespace Connector.Simulator.Catalogs;

/// <summary>Describes feeds, their results and the issues of items, as Pinterest does.</summary>
internal static class FeedAnswers
{
    private static readonly string[] Nullable =
        ["name", "default_availability", "default_currency", "preferred_processing_schedule", "credentials"];

    // What an order, or a location with "issues" in it, finds wrong: the code, which attribute, what it was, and with how many items.
    private static readonly (string Code, string Attribute, string? Value, int Items)[] Errors =
        [("TITLE_MISSING", "TITLE", null, 2), ("IMAGE_LINK_INVALID", "IMAGE_LINK", "not-a-link", 1)];

    private static readonly (string Code, string Attribute, string? Value, int Items)[] Warnings =
        [("GTIN_INVALID", "GTIN", "123", 3)];

    private const int Products = 40;

    /// <remarks>Of a retail feed Pinterest does not say which catalog it is in.</remarks>
    public static object Feed(SimulatedFeed feed)
    {
        var answer = feed.Fields.Where(field => field.Key != "catalog_id").ToDictionary(field => field.Key, field => (object?)field.Value);
        foreach (var name in Nullable) answer.TryAdd(name, null);
        if (answer["credentials"] is JsonElement { ValueKind: JsonValueKind.Object } login)
            answer["credentials"] = new { Username = login.GetProperty("username").GetString(), Password = "" };
        answer.TryAdd("status", "ACTIVE");
        answer["id"] = feed.Id;
        answer["created_at"] = SimulatorJson.Time(feed.CreatedAt);
        answer["updated_at"] = SimulatorJson.Time(feed.UpdatedAt);
        return answer;
    }

    public static object Ingestion(SimulatedFeedRun run, DateTimeOffset now) =>
        new { run.Id, run.FeedId, CreatedAt = SimulatorJson.Time(run.StartedAt), Status = run.Status(now) };

    public static object Result(SimulatedFeedRun run, DateTimeOffset now)
    {
        var isOver = run.IsOver(now);
        var found = isOver && run.HasIssues;
        var lost = Errors.Sum(error => error.Items);
        return new
        {
            run.Id,
            Status = run.Status(now),
            CreatedAt = SimulatorJson.Time(run.StartedAt),
            UpdatedAt = SimulatorJson.Time(isOver ? run.StartedAt + run.Takes!.Value : run.StartedAt),
            IngestionDetails = new { Errors = new { }, Warnings = new { }, Info = new { } },
            ValidationDetails = new
            {
                Errors = Counts(isOver && run.Fails ? [("FETCH_ERROR", "", null, 1)] : found ? Errors : []),
                Warnings = Counts(found ? Warnings : []),
            },
            ProductCounts = isOver && !run.Fails ? new { Original = Products, Ingested = Products - (found ? lost : 0) } : null,
        };
    }

    /// <summary>The items that have issues, each with its errors and warnings by their codes.</summary>
    public static IReadOnlyList<(int Number, Dictionary<string, object> Errors, Dictionary<string, object> Warnings)> Issues(
        SimulatedFeedRun run, DateTimeOffset now) =>
        !run.HasIssues || run.Fails || !run.IsOver(now)
            ? []
            :
            [
                .. Enumerable.Range(0, Products)
                    .Select(number => (number, Of(Errors, number), Of(Warnings, number)))
                    .Where(item => item.Item2.Count + item.Item3.Count > 0),
            ];

    private static Dictionary<string, object> Of((string Code, string Attribute, string? Value, int Items)[] kinds, int number) =>
        kinds.Where(kind => number < kind.Items)
            .ToDictionary(kind => kind.Code, kind => (object)new { AttributeName = kind.Attribute, ProvidedValue = kind.Value });

    private static Dictionary<string, int> Counts((string Code, string Attribute, string? Value, int Items)[] kinds) =>
        kinds.ToDictionary(kind => kind.Code, kind => kind.Items);
}
