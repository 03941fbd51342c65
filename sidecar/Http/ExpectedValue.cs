using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Connector.Http;

/// <summary>Says what a value must be, by the type it could not be read as.</summary>
internal static partial class ExpectedValue
{
    /// <summary>What the serializer could not convert a value to stands only in its message.</summary>
    public static string? Of(JsonException error) =>
        Target().Match(error.Message) is { Success: true } found ? Of(found.Groups["type"].Value) : null;

    /// <summary>For a value of the query, which is text whatever it stands for.</summary>
    public static string Of(Type type) => Of((Nullable.GetUnderlyingType(type) ?? type).FullName!);

    private static string Of(string type) => type switch
    {
        "System.String" => "must be a text in quotes.",
        "System.Boolean" => "must be true or false.",
        "System.Int32" => string.Create(
            CultureInfo.InvariantCulture, $"must be a whole number from {int.MinValue} to {int.MaxValue}, without quotes."),
        "System.Int64" => string.Create(
            CultureInfo.InvariantCulture, $"must be a whole number from {long.MinValue} to {long.MaxValue}, without quotes."),
        "System.Double" => "must be a number, without quotes.",
        "System.DateOnly" => "must be a date in quotes, such as \"2026-12-24\".",
        "System.TimeOnly" => "must be a time of day in quotes, such as \"22:00\".",
        _ when type.StartsWith("System.Collections.Generic.IReadOnlyList", StringComparison.Ordinal) => "must be a list in [ ].",
        _ when typeof(ExpectedValue).Assembly.GetType(type) is { IsEnum: true } set =>
            $"must be one of {string.Join(", ", Enum.GetNames(set).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}.",
        _ => "must be a JSON object in { }.",
    };

    [GeneratedRegex(@"could not be converted to (System\.Nullable`1\[)?(?<type>[\w.+]+)")]
    private static partial Regex Target();
}
