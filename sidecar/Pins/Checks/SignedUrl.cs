using System.Buffers;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Addresses that are signed: when one ends, and what is left of it when it is signed anew.</summary>
internal static class SignedUrl
{
    private static readonly SearchValues<string> Domains =
        SearchValues.Create([.. SigningRules.Paths.Select(rule => rule.Domain)], StringComparison.OrdinalIgnoreCase);

    /// <summary>The end; null when the address is not signed, or does not say.</summary>
    public static DateTimeOffset? ExpiresAt(string url)
    {
        if (!MayBeSigned(url) || AddressParts.Of(url) is not { } address) return null;
        var ends = address.Query.Length > 1 ? new SignedQuery(address).ExpiresAt : null;
        return PathOf(address) is { End: { } read } rule ? Earliest(ends, read(rule.Signs.Match(address.Path).Value)) : ends;
    }

    /// <summary>The same address for every time it is signed; what is not signed stays as it is.</summary>
    public static string Unsigned(string url)
    {
        if (!MayBeSigned(url) || AddressParts.Of(url) is not { } address) return url;

        var path = PathOf(address);
        var query = address.Query.Length > 1 ? new SignedQuery(address).Unsigned : address.Query;
        if (path is null && query.Length == address.Query.Length) return url;
        return address.Origin + (path?.Signs.Replace(address.Path, "", 1) ?? address.Path) + query + address.Fragment;
    }

    /// <summary>What two addresses of one file have in common; null when nothing that stays tells one file from another.</summary>
    public static string? FileOf(string url) =>
        AddressParts.Of(url) is { } address && PathOf(address) is { NamesTheFile: false } ? null : Unsigned(url);

    internal static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    // Most addresses have neither, and are done with after one look.
    private static bool MayBeSigned(string url) =>
        url.Contains('?', StringComparison.Ordinal) || url.AsSpan().ContainsAny(Domains);

    private static PathSigning? PathOf(AddressParts address)
    {
        foreach (var rule in SigningRules.Paths)
            if (address.IsAt(rule.Domain) && rule.Host.IsMatch(address.Host) && rule.Signs.IsMatch(address.Path)) return rule;
        return null;
    }
}
