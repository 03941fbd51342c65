using System.Text.Json;

namespace Connector.Simulator.Api;

/// <summary>Reads fields of a request the way Pinterest judges them: a wrong type, length or pattern is a 400 that says which.</summary>
internal static class RequestFields
{
    private const int LongestLink = 2048;

    public static string? Text(this JsonElement body, string name, int longest = int.MaxValue)
    {
        if (!body.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return null;
        if (field.ValueKind != JsonValueKind.String) throw Refusal.Invalid($"{field} is not of type 'string'");
        var text = field.GetString()!;
        return text.Length <= longest ? text : throw Refusal.Invalid($"'{name}' is too long");
    }

    public static string Required(this JsonElement body, string name, int longest = int.MaxValue) =>
        body.Text(name, longest) is { Length: > 0 } text ? text : throw Refusal.Invalid($"'{name}' is a required property");

    /// <summary>Decimal digits; a board's name instead of its id is the most common mistake there is.</summary>
    public static string? Id(this JsonElement body, string name) =>
        body.Text(name) is not { } id || (id.Length > 0 && id.All(char.IsAsciiDigit))
            ? body.Text(name)
            : throw Refusal.Invalid($"'{id}' does not match '^\\d+$'");

    public static string? Link(this JsonElement body, string name)
    {
        var link = body.Text(name, LongestLink);
        return link is null || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? link
            : throw Refusal.InvalidUrl();
    }
}
