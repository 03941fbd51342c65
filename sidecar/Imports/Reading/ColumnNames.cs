namespace Connector.Imports.Reading;

/// <summary>Names of columns, made comparable: "Body (HTML)" is body_html, and "g:image_link" is image_link.</summary>
internal static class ColumnNames
{
    public static string Plain(string name)
    {
        var bare = name.Trim().TrimStart('\uFEFF');
        if (bare.StartsWith("g:", StringComparison.OrdinalIgnoreCase)) bare = bare[2..];
        Span<char> plain = bare.Length <= 200 ? stackalloc char[bare.Length] : new char[bare.Length];
        var length = 0;
        foreach (var letter in bare)
        {
            if (char.IsLetterOrDigit(letter)) plain[length++] = char.ToLowerInvariant(letter);
            else if (length > 0 && plain[length - 1] != '_') plain[length++] = '_';
        }

        return new string(plain[..length]).TrimEnd('_');
    }
}
