using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Connector.Http;

namespace Connector.Agents.Protocol;

/// <summary>Reads the arguments of a tool as strictly as the body of a request.</summary>
internal static class ToolArguments
{
    /// <exception cref="ProblemException">They are wrong; it names each that is.</exception>
    public static T Read<T>(IDictionary<string, JsonElement>? given)
        where T : class
    {
        var read = Parse<T>(given ?? new Dictionary<string, JsonElement>());
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(read, new ValidationContext(read), wrong, validateAllProperties: true)) return read;

        var byField = wrong.SelectMany(each => each.MemberNames.Select(field => (field, each.ErrorMessage!))).ToLookup(each => each.field);
        throw new ProblemException(ProblemJson.Invalid(byField.Select(
            field => KeyValuePair.Create(field.Key, field.Select(each => each.Item2).ToArray()))));
    }

    private static T Parse<T>(IDictionary<string, JsonElement> given)
    {
        try
        {
            return JsonSerializer.SerializeToElement(given).Deserialize<T>(Json.Requests)!;
        }
        catch (JsonException unreadable)
        {
            throw new ProblemException(UnreadableRequest.Explain(unreadable));
        }
    }
}
