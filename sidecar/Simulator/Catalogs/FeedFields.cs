using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Simulator.Api;

namespace Connector.Simulator.Catalogs;

/// <summary>Judges what a feed is to be, as Pinterest's description has it.</summary>
internal static partial class FeedFields
{
    private static readonly string[] Known =
    [
        "catalog_type", "catalog_id", "name", "format", "location", "credentials", "default_availability", "default_country",
        "default_currency", "default_locale", "preferred_processing_schedule", "status",
    ];

    private static readonly string[] OnlyAtFirst = ["catalog_id", "default_country", "default_locale"];

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["catalog_type"] = ["RETAIL", "HOTEL", "CREATIVE_ASSETS"],
        ["format"] = ["TSV", "CSV", "XML"],
        ["default_availability"] = ["IN_STOCK", "OUT_OF_STOCK", "PREORDER"],
        ["status"] = ["ACTIVE", "INACTIVE"],
    };

    public static Dictionary<string, JsonElement> Read(JsonElement body, bool isNew)
    {
        var fields = body.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        if (fields.Keys.FirstOrDefault(name => !Known.Contains(name) || (!isNew && OnlyAtFirst.Contains(name))) is { } strange)
            throw Refusal.Invalid($"Additional properties are not allowed ('{strange}' was unexpected)");
        foreach (var (name, values) in Values)
            if (body.Text(name) is { } text && !values.Contains(text)) throw Refusal.Invalid($"'{text}' is not one of {name}");

        body.Required("catalog_type");
        if (isNew)
        {
            foreach (var name in new[] { "name", "format", "location" }) body.Required(name);
            if (body.Text("default_country") is null || body.Text("default_locale") is null)
                throw new Refusal(501, 4181, "Not implemented at the moment. Please, see documentation");
        }

        if (body.Text("location") is { } location && !Address().IsMatch(location))
            throw Refusal.Invalid($"'location' value '{location}' must match the pattern: ^(http|https|ftp|sftp)://");
        if (fields.GetValueOrDefault("preferred_processing_schedule") is { ValueKind: JsonValueKind.Object } schedule
            && !Time().IsMatch(schedule.Required("time")))
            throw Refusal.Invalid("'time' does not match the pattern");
        if (fields.GetValueOrDefault("credentials") is { ValueKind: JsonValueKind.Object } credentials)
        {
            credentials.Required("password");
            fields["credentials"] = JsonSerializer.SerializeToElement(new { username = credentials.Required("username") });
        }

        return fields;
    }

    [GeneratedRegex("^(http|https|ftp|sftp)://")]
    private static partial Regex Address();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d$")]
    private static partial Regex Time();
}
