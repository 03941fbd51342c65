using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Http;
using Connector.Imports.Mapping;

namespace Connector.Imports.Intake;

/// <summary>What is said about a file, wherever it was said.</summary>
internal static class ImportFields
{
    /// <summary>Text fields of a form that stand before its file.</summary>
    public static readonly FormLimits Limits = new(10, 256 * 1024);

    private static readonly string[] Known = ["account_id", "format", "board", "dry_run", "name", "map", "idempotency_key"];

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
            DryRun = Text("dry_run") is { } dry ? Truth(dry) : null,
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
        if (wrong.Count > 0)
            throw new ProblemException(Problems.InvalidFields(wrong
                .SelectMany(each => each.MemberNames.Select(name => (Name: FieldNames.FromPath(name), each.ErrorMessage)))
                .GroupBy(each => each.Name, each => each.ErrorMessage!).ToDictionary(each => each.Key, each => each.ToArray())));
        if (request.Map is { } map) MappingCheck.Ensure(map, "map.");
    }

    private static bool Truth(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Problems.Invalid("dry_run", "must be true or false."),
    };

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
