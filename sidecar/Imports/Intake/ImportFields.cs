using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Pins;

namespace Connector.Imports.Intake;

/// <summary>What is said about a file, wherever it was said.</summary>
internal static class ImportFields
{
    /// <summary>Text fields of a form that stand before its file.</summary>
    public static readonly FormLimits Limits = new(12, 256 * 1024);

    private static readonly string[] Known =
    [
        "account_id", "format", "board", "dry_run", "event_date", "lead_days", "spread", "name", "map", "idempotency_key",
    ];

    /// <exception cref="ProblemException">A field is not known, or wrong.</exception>
    public static FetchImportRequest OfForm(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.Keys.Except(Known).FirstOrDefault() is { } unknown)
            throw Problems.Invalid(unknown, $"is not known here; the fields are {string.Join(", ", Known)}, and then file.");

        return new FetchImportRequest
        {
            AccountId = Text("account_id"),
            Format = Text("format"),
            Board = Text("board"),
            Name = Text("name"),
            IdempotencyKey = Text("idempotency_key"),
            DryRun = Text("dry_run") is { } dry ? Truth("dry_run", dry) : null,
            EventDate = Text("event_date") is { } day ? Day(day) : null,
            LeadDays = Text("lead_days") is { } days ? Number(days) : null,
            Spread = Text("spread") is { } spread ? Truth("spread", spread) : null,
            Map = Text("map") is { } map ? Map(map) : null,
        };

        string? Text(string name) => fields.TryGetValue(name, out var text) && text.Trim().Length > 0 ? text.Trim() : null;
    }

    /// <summary>What the address says counts where nothing else does. All of it is checked.</summary>
    public static FetchImportRequest With(this FetchImportRequest said, CreateImportCall address)
    {
        var all = said with
        {
            AccountId = said.AccountId ?? address.AccountId,
            Format = said.Format ?? address.Format,
            Board = said.Board ?? address.Board,
            DryRun = said.DryRun ?? address.DryRun,
            EventDate = said.EventDate ?? address.EventDate,
            LeadDays = said.LeadDays ?? address.LeadDays,
            Spread = said.Spread ?? address.Spread,
            Name = said.Name ?? address.Name,
        };
        Ensure(all);
        return all;
    }

    private static void Ensure(FetchImportRequest request)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(request, new ValidationContext(request), wrong, validateAllProperties: true);
        if (request.Format is { } format && !ImportFormat.All.Contains(format))
            wrong.Add(new($"is \"{Shown.Cut(format)}\"; it can be {string.Join(", ", ImportFormat.All)}.", [nameof(request.Format)]));
        if (SeasonRules.Check(request.EventDate, request.LeadDays) is { } alone) wrong.Add(alone);
        if (wrong.Count > 0)
            throw new ProblemException(Problems.InvalidFields(wrong
                .SelectMany(each => each.MemberNames.Select(name => (Name: FieldNames.FromPath(name), each.ErrorMessage)))
                .GroupBy(each => each.Name, each => each.ErrorMessage!).ToDictionary(each => each.Key, each => each.ToArray())));
        if (request.Map is { } map) MappingCheck.Ensure(map, "map.");
    }

    private static bool Truth(string name, string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Problems.Invalid(name, "must be true or false."),
    };

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Problems.Invalid("event_date", "must be a day such as 2026-12-25.");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Problems.Invalid("lead_days", "must be a whole number such as 75.");

    private static ImportMapping Map(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMapping>(json, Json.Requests)
                ?? throw Problems.Invalid("map", "must be a JSON object; it is null.");
        }
        catch (JsonException error)
        {
            var problem = UnreadableRequest.Explain(error);
            throw Problems.Invalid("map", problem.Detail);
        }
    }
}
