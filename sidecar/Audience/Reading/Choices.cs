using Connector.Http;

namespace Connector.Audience.Reading;

/// <summary>Reads parameters that can be only one, or some, of what Pinterest knows; upper and lower case do not matter.</summary>
internal static class Choices
{
    public static string One(string field, string? given, IReadOnlyList<string> known) =>
        Find(given?.Trim(), known) ?? throw Problems.Invalid(field, $"must be one of {string.Join(", ", known)}.");

    public static string? OneOrNone(string field, string? given, IReadOnlyList<string> known) =>
        given is null ? null : One(field, given, known);

    /// <summary>Separated by commas.</summary>
    public static IReadOnlyList<string> Some(string field, string? given, IReadOnlyList<string> known) =>
    [
        .. Split(given).Select(name => Find(name, known)
            ?? throw Problems.Invalid(field, $"\"{Shown.Cut(name)}\" is not known here; use {string.Join(", ", known)}."))
            .Distinct(),
    ];

    /// <summary>Words of the caller's own, separated by commas.</summary>
    public static IReadOnlyList<string> Words(string field, string? given, int most, int longest)
    {
        var words = Split(given);
        if (words.Count > most) throw Problems.Invalid(field, $"must be at most {most}, separated by commas; there are {words.Count}.");
        if (words.Find(word => LengthOf(word) > longest) is { } word)
            throw Problems.Invalid(field, $"\"{Shown.Cut(word)}\" has more than {longest} characters.");
        return words;
    }

    /// <summary>How many characters people see, about: an emoji is one.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    private static List<string> Split(string? given) =>
        [.. (given ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static string? Find(string? name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
}
