using System.Text;
using Connector.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Sources;

/// <summary>Where a page of items begins: behind a key, which may be any text and so is no cursor as it is.</summary>
internal static class ItemCursor
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Of(string key) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key));

    /// <summary>The key; empty for the first page.</summary>
    /// <exception cref="ProblemException">It is of no page of items.</exception>
    public static string KeyOf(string? cursor)
    {
        if (cursor is null) return "";

        try
        {
            var key = Strict.GetString(WebEncoders.Base64UrlDecode(cursor));
            if (key.Length > 0 && !key.Contains('\0', StringComparison.Ordinal)) return key;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            // As for every text that is no cursor.
        }

        throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
    }
}
