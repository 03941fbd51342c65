namespace Connector.Imports.Mapping;

/// <summary>Makes hashtags of words: "living room" is #livingroom.</summary>
internal static class Hashtags
{
    public static string Of(IEnumerable<string> words, int most) => string.Join(' ', words
        .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant())
        .Where(word => word.Length > 0 && !word.All(char.IsDigit))
        .Distinct()
        .Take(most)
        .Select(word => "#" + word));
}
