using Connector.Http;
using Connector.Pinterest;

namespace Connector.Audience.Reading;

/// <summary>Reads a region: countries joined by +, which arrives as a space from an address in which it was not escaped.</summary>
internal static class Region
{
    public static string Of(string? given) => Of(given, TrendValues.Regions);

    /// <summary>One of the fewer regions of which topics and categories of products are known.</summary>
    public static string OfTopics(string? given) => Of(given, TrendValues.TopicRegions);

    private static string Of(string? given, IReadOnlyList<string> known)
    {
        var countries = (given ?? "").ToUpperInvariant().Split([' ', '+', ','], StringSplitOptions.RemoveEmptyEntries);
        var region = string.Join('+', countries);
        if (known.FirstOrDefault(one => one.Split('+').Order().SequenceEqual(countries.Order())) is { } found) return found;

        var wider = known.Where(one => countries.Length == 1 && one.Split('+').Contains(region)).ToList();
        throw Problems.Invalid("region", wider.Count > 0
            ? $"\"{region}\" is only known as a part of {string.Join(" and ", wider)}."
            : $"must be one of {string.Join(", ", known)}.");
    }
}
