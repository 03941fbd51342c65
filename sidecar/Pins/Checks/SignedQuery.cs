using System.Net;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>The query of an address, and the rules that hold for it.</summary>
internal sealed class SignedQuery
{
    private readonly string _text;
    private readonly (string Name, string Part)[] _parts;
    private readonly List<QuerySigning> _rules = [];

    public SignedQuery(AddressParts address)
    {
        _text = address.Query;
        _parts = Array.ConvertAll(_text[1..].Split('&'), part => (part.Split('=', 2)[0].ToLowerInvariant(), part));
        foreach (var rule in SigningRules.Queries)
            if (Array.Exists(_parts, rule.Holds) && Array.TrueForAll(rule.With, Has) && (rule.Domains.Length == 0 || IsAt(rule)))
                _rules.Add(rule);

        bool IsAt(QuerySigning rule) => Array.Exists(rule.Domains, address.IsAt);
    }

    /// <summary>The earliest end that a rule finds in it.</summary>
    public DateTimeOffset? ExpiresAt =>
        _rules.Aggregate((DateTimeOffset?)null, (end, rule) => SignedUrl.Earliest(end, rule.End?.Invoke(this)));

    /// <summary>Without what signs; a query that is left empty goes with its question mark.</summary>
    public string Unsigned
    {
        get
        {
            if (_rules.Count == 0) return _text;
            var kept = Array.FindAll(_parts, part => part.Part.Length > 0 && !_rules.Exists(rule => rule.Holds(part)));
            return kept.Length == 0 ? "" : $"?{string.Join('&', kept.Select(part => part.Part))}";
        }
    }

    /// <summary>The decoded value of a parameter; null when there is none.</summary>
    public string? this[string name] =>
        Array.Find(_parts, part => part.Name == name) is { Part: { } part } && part.Length > name.Length
            ? WebUtility.UrlDecode(part[(name.Length + 1)..])
            : null;

    private bool Has(string name) => Array.Exists(_parts, part => part.Name == name);
}
