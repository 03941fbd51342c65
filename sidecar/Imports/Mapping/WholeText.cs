using System.Text;
using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Replaces halves of characters in UTF-16, which a database does not take, by U+FFFD.</summary>
internal static class WholeText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString();
    }

    public static ImportItem Of(ImportItem item) => item with
    {
        Fields = item.Fields.ToDictionary(field => field.Key, field => Of(field.Value)),
        Images = [.. item.Images.Select(image => image with { Url = Of(image.Url) })],
    };
}
