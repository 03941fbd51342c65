using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Connector.Http.Reading;

/// <summary>
/// How the body of a request is read: "" in an optional field counts as left out, because Zapier and Make send it for an empty field.
/// </summary>
/// <remarks>Values in lists and in maps are the caller's own and stay as given; answers and stored JSON are read without this.</remarks>
internal static class RequestContract
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties.Where(property => property is { Set: not null, CustomConverter: null }))
            if (property.PropertyType == typeof(string)) ApplyToText(property);
            else if (property is { IsRequired: false, AssociatedParameter: null }) ApplyToOther(property);
    }

    private static void ApplyToText(JsonPropertyInfo property)
    {
        property.CustomConverter = property.Name.EndsWith("_id", StringComparison.Ordinal) || property.Name == "board"
            ? TextReader.OfId
            : TextReader.Plain;
        if (Has<KeepsEmptyAttribute>(property)) return;

        var set = property.Set!;
        property.Set = (request, value) =>
        {
            if (value is not "") set(request, value);
        };
    }

    private static void ApplyToOther(JsonPropertyInfo property)
    {
        if (Has<RequiredAttribute>(property) || Has<KeepsEmptyAttribute>(property)) return;

        var words = property.AttributeProvider?.GetCustomAttributes(typeof(FormAttribute), true).OfType<FormAttribute>().FirstOrDefault();
        var reader = typeof(EmptyReader<>).MakeGenericType(property.PropertyType);
        property.CustomConverter = (JsonConverter)Activator.CreateInstance(reader, words?.Words)!;
        var set = property.Set!;
        property.Set = (request, value) =>
        {
            if (!EmptyText.WasRead()) set(request, value);
        };
    }

    private static bool Has<T>(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(T), true) is true;
}
