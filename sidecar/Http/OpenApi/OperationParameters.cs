using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>
/// Describes what FastEndpoints binds from the path, the query and headers: Microsoft's generator sees only a handler without parameters.
/// </summary>
internal static class OperationParameters
{
    public static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().SingleOrDefault() is not { } endpoint)
            return;

        var defaults = endpoint.ReqDtoType == typeof(EmptyRequest) ? null : Activator.CreateInstance(endpoint.ReqDtoType);
        operation.Parameters ??= [];
        foreach (var property in InOrder(endpoint.ReqDtoType, context.Description.RelativePath!))
            if (PlaceOf(property) is var (name, place))
                operation.Parameters.Add(await ParameterAsync(property, name, place, defaults, context, cancellation));
    }

    // Clients take parameters in this order: as in the path, those that several operations share, an operation's own, the page.
    private static IEnumerable<PropertyInfo> InOrder(Type request, string path) => request.GetProperties()
        .OrderBy(property => PlaceOf(property) is (var name, ParameterLocation.Path)
            ? path.IndexOf($"{{{name}}}", StringComparison.Ordinal) : int.MaxValue)
        .ThenBy(property => property.DeclaringType == typeof(PageCall))
        .ThenBy(property => Depth(property.DeclaringType!));

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static (string Name, ParameterLocation Place)? PlaceOf(PropertyInfo property)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        if (property.GetCustomAttribute<FromHeaderAttribute>() is { } header) return (header.HeaderName!, ParameterLocation.Header);
        if (property.IsDefined(typeof(RouteParamAttribute))) return (name, ParameterLocation.Path);
        return property.IsDefined(typeof(QueryParamAttribute)) ? (name, ParameterLocation.Query) : null;
    }

    private static async Task<OpenApiParameter> ParameterAsync(
        PropertyInfo property, string name, ParameterLocation place, object? defaults, OpenApiOperationTransformerContext context,
        CancellationToken cancellation) => new()
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path,
            Schema = ClosedSets.SetOf(property) is { } set
                ? ClosedSets.Reference(set, context.Document!)
                : await SchemaAsync(property, defaults, context, cancellation),
            Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description,
        };

    private static async Task<OpenApiSchema> SchemaAsync(
        PropertyInfo property, object? defaults, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
            (schema.Minimum, schema.Maximum) = ($"{range.Minimum}", $"{range.Maximum}");
        if (property.GetCustomAttribute<StringLengthAttribute>() is { } text)
            (schema.MinLength, schema.MaxLength) = (text.MinimumLength, text.MaximumLength);
        if (property.PropertyType.IsValueType && property.GetValue(defaults) is { } usual)
            schema.Default = JsonSerializer.SerializeToNode(usual, property.PropertyType);
        return schema;
    }
}
