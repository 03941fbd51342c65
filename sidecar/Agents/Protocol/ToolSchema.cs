using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Connector.Http;

namespace Connector.Agents.Protocol;

/// <summary>The JSON schema of a record: its fields, what they are for, and their bounds.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static JsonElement Of(Type type) =>
        JsonSerializer.SerializeToElement(Json.Options.GetJsonSchemaAsNode(type, Options));

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (Nullable.GetUnderlyingType(context.TypeInfo.Type) is { } inside && inside == typeof(DateTimeOffset))
            schema = Time("string", "null");
        else if (context.TypeInfo.Type == typeof(DateTimeOffset))
            schema = Time("string");
        if (schema is not JsonObject fields || context.PropertyInfo?.AttributeProvider is not { } property) return schema;

        // The first of all, as it is what a model reads.
        if (Find<DescriptionAttribute>(property) is { } words) fields.Insert(0, "description", words.Description);
        if (Find<TextAttribute>(property) is { } text) fields["maxLength"] = text.MaximumLength;
        if (Find<RangeAttribute>(property) is { } range)
            (fields["minimum"], fields["maximum"]) = (Convert.ToInt32(range.Minimum), Convert.ToInt32(range.Maximum));
        return fields;
    }

    private static JsonObject Time(params string[] types) => new()
    {
        ["type"] = types is [var only] ? only : new JsonArray([.. types.Select(type => JsonValue.Create(type))]),
        ["format"] = "date-time",
    };

    private static T? Find<T>(ICustomAttributeProvider property)
        where T : Attribute => property.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}
