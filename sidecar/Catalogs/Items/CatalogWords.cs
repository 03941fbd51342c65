using Connector.Http;

namespace Connector.Catalogs.Items;

/// <summary>Reads words of Pinterest's lists; upper and lower case do not matter.</summary>
internal static class CatalogWords
{
    public static string One(string field, string? given, IReadOnlyList<string> known) =>
        known.FirstOrDefault(word => word.Equals(given?.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw Problems.Invalid(field, $"is \"{Shown.Cut(given ?? "")}\"; it must be one of {string.Join(", ", known)}.");
}
