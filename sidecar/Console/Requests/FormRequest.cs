using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Http;

namespace Connector.Console.Requests;

/// <summary>Makes the request of an operation out of a form, read and checked as the API does with its JSON.</summary>
internal static class FormRequest
{
    /// <param name="values">The request's fields by their names in the API.</param>
    /// <exception cref="ProblemException">It names the fields that are wrong.</exception>
    public static T Read<T>(JsonObject values) where T : class
    {
        T request;
        try
        {
            request = values.Deserialize<T>(Json.Requests)!;
        }
        catch (JsonException unreadable)
        {
            throw new ProblemException(UnreadableRequest.Explain(unreadable));
        }

        var wrong = Check(request, "").ToLookup(each => each.Field, each => each.Message);
        return wrong.Count == 0
            ? request
            : throw new ProblemException(ProblemJson.Invalid(wrong.Select(field => KeyValuePair.Create(field.Key, field.ToArray()))));
    }

    /// <summary>The number that somebody typed; null where nothing stands, and the text itself where that is no number.</summary>
    public static JsonNode? Number(string text) =>
        text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : JsonValue.Create(text);

    public static JsonArray List(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static IEnumerable<(string Field, string Message)> Check(object value, string path)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        foreach (var result in results)
            foreach (var member in result.MemberNames.DefaultIfEmpty("request"))
                yield return (path + member, result.ErrorMessage ?? "is not valid.");

        var ours = value.GetType().GetProperties().Where(property =>
            property.PropertyType is { IsClass: true } type && type.Assembly == typeof(FormRequest).Assembly);
        foreach (var property in ours)
            if (property.GetValue(value) is { } inner)
                foreach (var wrong in Check(inner, $"{path}{property.Name}.")) yield return wrong;
    }
}
