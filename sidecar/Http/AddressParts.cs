namespace Connector.Http;

/// <summary>A web address cut at its host, path, query and fragment, as text: nothing is decoded, and nothing of it changes.</summary>
internal readonly record struct AddressParts
{
    private readonly string _text;
    private readonly int _path, _query, _fragment;

    private AddressParts(string text, int authority)
    {
        _text = text;
        _fragment = Or(text.IndexOf('#', authority), text.Length);
        _query = Or(text.AsSpan(authority, _fragment - authority).IndexOf('?'), _fragment - authority) + authority;
        _path = Or(text.AsSpan(authority, _query - authority).IndexOf('/'), _query - authority) + authority;
        Host = HostOf(text.AsSpan(authority, _path - authority));
    }

    /// <summary>In small letters, without port and brackets.</summary>
    public string Host { get; }

    /// <summary>All before the path.</summary>
    public string Origin => _text[.._path];

    public string Path => _text[_path.._query];

    /// <summary>With its question mark; empty where there is none.</summary>
    public string Query => _text[_query.._fragment];

    /// <summary>With its sign; empty where there is none.</summary>
    public string Fragment => _text[_fragment..];

    /// <summary>Null for what is no http or https address.</summary>
    public static AddressParts? Of(string text)
    {
        var authority = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (authority == 0 || text.AsSpan().IndexOfAny(" \t\r\n") >= 0) return null;

        var parts = new AddressParts(text, authority);
        return parts.Host.Length == 0 ? null : parts;
    }

    /// <summary>Whether the host is this one, or below it.</summary>
    public bool IsAt(string domain) =>
        Host.EndsWith(domain, StringComparison.Ordinal) && (Host.Length == domain.Length || Host[^(domain.Length + 1)] == '.');

    private static string HostOf(ReadOnlySpan<char> authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host is ['[', ..]) return host[1..Or(host.IndexOf(']'), host.Length)].ToString();

        host = host[..Or(host.IndexOf(':'), host.Length)].TrimEnd('.');
        return host.ContainsAnyInRange('A', 'Z') || !System.Text.Ascii.IsValid(host) ? host.ToString().ToLowerInvariant() : host.ToString();
    }

    private static int Or(int index, int otherwise) => index < 0 ? otherwise : index;
}
