using System.Text.RegularExpressions;
using Connector.Http;

namespace Connector.Outgoing;

/// <summary>A page that shows a file to people, where the file itself is needed.</summary>
/// <param name="Service">Whose page it is, as people call it: Google Drive.</param>
/// <param name="Direct">The file's own address; null where nobody can tell it.</param>
internal sealed partial record FilePage(string Service, string? Direct)
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile.", "web."];

    /// <summary>Null for an address that is not known as such a page.</summary>
    public static FilePage? At(AddressParts address)
    {
        foreach (var rule in RulesOf(address))
            if (rule.Of(address) is { } direct) return new FilePage(rule.Service, direct.Length == 0 ? null : direct);
        return null;
    }

    private static FilePageRule[] RulesOf(AddressParts address)
    {
        var prefix = Array.Find(Prefixes, each => address.Host.StartsWith(each, StringComparison.Ordinal)) ?? "";
        if (FilePages.ByHost.TryGetValue(address.Host[prefix.Length..], out var rules)) return rules;
        if (address.IsAt("sharepoint.com")) return FilePages.SharePoint;
        if (address.IsAt("notion.site")) return FilePages.ByHost["notion.so"];
        return address.Host.Contains("pinterest.", StringComparison.Ordinal) && Pinterest().IsMatch(address.Host)
            ? FilePages.ByHost["pinterest.com"]
            : [];
    }

    // Every country has its own: pinterest.de, www.pinterest.co.uk, de.pinterest.com.
    [GeneratedRegex("^([a-z]{2,3}\\.)?pinterest\\.(com|[a-z]{2}|com?\\.[a-z]{2})$")]
    private static partial Regex Pinterest();
}
