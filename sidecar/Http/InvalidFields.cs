using FastEndpoints;

namespace Connector.Http;

/// <summary>What FastEndpoints found wrong with a request, by the names its caller knows.</summary>
internal static class InvalidFields
{
    public static IEnumerable<KeyValuePair<string, string[]>> Of(ValidationFailureException invalid) => (invalid.Failures ?? [])
        .GroupBy(failure => NameOf(failure.PropertyName), failure => failure.ErrorMessage)
        .Select(field => KeyValuePair.Create(field.Key, field.ToArray()));

    // The body is a property of the request, which its caller does not see.
    private static string NameOf(string property) =>
        property.StartsWith("Body.", StringComparison.Ordinal) ? property["Body.".Length..] : property;
}
