using System.Text;

namespace Connector.Policy.Text;

/// <summary>Writes values into Markdown so that nothing in them is read as markup.</summary>
internal static class MarkdownText
{
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

    /// <summary>The value, or that it is missing and where it is set.</summary>
    public static string OrMissing(string? value, string setting) =>
        string.IsNullOrWhiteSpace(value) ? $"**Missing:** `{PolicyOptions.Section}:{setting}` is not set." : Escape(value);
}
