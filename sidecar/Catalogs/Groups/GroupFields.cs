namespace Connector.Catalogs.Groups;

/// <summary>Fields of a group by Pinterest's names.</summary>
internal static class GroupFields
{
    /// <summary>What is null is left out.</summary>
    public static Dictionary<string, object?> Of(params (string Name, object? Value)[] fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value);
}
