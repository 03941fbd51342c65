namespace Connector.Audience.Reading;

/// <summary>Reads lists that may have gaps.</summary>
internal static class Table
{
    /// <summary>Several texts in one field.</summary>
    public static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>What is there, in the order in which it came.</summary>
    public static IReadOnlyList<string> Given(IEnumerable<string?> texts) => [.. texts.OfType<string>().Where(text => text.Length > 0)];
}
