using System.Globalization;
using Connector.Imports;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Sources.Work;

/// <summary>Which files a source consists of: one, the sitemaps that an index names, or the pages of a shop's list of products.</summary>
internal sealed class SourceParts(string url)
{
    /// <summary>The most files that are read for one source.</summary>
    public const int Most = 50;

    // What a shop gives on a page when nothing else is asked for.
    private const int UsualPage = 30;

    private readonly Queue<string> _left = new();
    private readonly HashSet<string> _named = [url];

    /// <summary>Whether there is more than one.</summary>
    public bool AreSeveral => _named.Count > 1;

    /// <summary>Whether some are not read, so that what is missing may be in them.</summary>
    public bool AreCut { get; private set; }

    public string? Next() => _left.TryDequeue(out var next) ? next : null;

    /// <summary>An index names a sitemap. One that a sitemap of an index names is left out.</summary>
    /// <param name="address">As it stands in the index.</param>
    /// <param name="isOfIndex">Whether the file that names it is the source's own.</param>
    public void Add(string address, bool isOfIndex)
    {
        if (isOfIndex && Uri.TryCreate(new Uri(url), address, out var further)) Add(further.AbsoluteUri);
        else AreCut = true;
    }

    /// <summary>A page of a shop's list was read: when it was full there may be another.</summary>
    public void AfterPage(string format, string page, long items)
    {
        if (format != ImportFormat.ShopifyJson) return;

        var uri = new Uri(page);
        var query = QueryHelpers.ParseQuery(uri.Query);
        var size = query.TryGetValue("limit", out var limit) && Number(limit) is > 0 and var given ? given : UsualPage;
        if (items < size) return;

        var number = query.TryGetValue("page", out var said) && Number(said) is > 0 and var known ? known : 1;
        // Whoever names a page wants that page.
        if (page == url && query.ContainsKey("page")) AreCut = true;
        else Add(With(uri, (number + 1).ToString(CultureInfo.InvariantCulture)));
    }

    private void Add(string next)
    {
        if (_named.Contains(next)) return;
        if (_named.Count >= Most)
        {
            AreCut = true;
            return;
        }

        _named.Add(next);
        _left.Enqueue(next);
    }

    private static string With(Uri page, string number)
    {
        var rest = page.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("page=", StringComparison.Ordinal));
        return $"{page.GetLeftPart(UriPartial.Path)}?{string.Join('&', rest.Append($"page={number}"))}";
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : null;
}
