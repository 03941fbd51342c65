using System.Text;

namespace Connector.Policy.Text;

/// <summary>Writes values into Markdown so that nothing in them is read as markup.</summary>
internal static class MarkdownText
{
    private const int Longest = 120;
    private const string Markup = "\\`*_[]<>|#!~&";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            if (Markup.Contains(each, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(char.IsControl(each) ? ' ' : each);
        }

        return escaped.ToString();
    }

    /// <summary>The lines with long ones broken between words; what belongs to an item of a list is indented under it.</summary>
    public static string Lined(IEnumerable<string> lines) => string.Concat(lines.SelectMany(Broken).Select(line => line + "\n"));

    /// <summary>The value, or that it is missing and where it is set.</summary>
    public static string OrMissing(string? value, string setting) =>
        string.IsNullOrWhiteSpace(value) ? $"**Missing:** `{PolicyOptions.Section}:{setting}` is not set." : Escape(value);

    private static IEnumerable<string> Broken(string line)
    {
        var indent = line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        while (line.Length > Longest && line.LastIndexOf(' ', Longest) is var at && at > indent.Length)
        {
            yield return line[..at];
            line = indent + line[(at + 1)..];
        }

        yield return line;
    }
}
