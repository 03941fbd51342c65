using System.Security.Cryptography;
using System.Text;
using Connector.Imports;

namespace Connector.Sources.Work;

/// <summary>What one check of a source has read so far.</summary>
internal sealed class SourceReading(SourceRow row)
{
    // Of other kinds old items fall out, or nobody sees whether the file was cut.
    private static readonly HashSet<string> Complete = [ImportFormat.Sitemap, ImportFormat.MerchantXml, ImportFormat.ShopifyJson];

    // Half a million keys themselves would be large.
    private readonly HashSet<long> _seen = [];

    public SourceParts Parts { get; } = new(row.Url);

    public string? Format { get; set; }

    /// <summary>Why a file of it could not be read to its end.</summary>
    public string? Cut { get; set; }

    public bool IsFirstRun => row.Reads == 0;

    /// <summary>Whether what is not among its items is not in the source either.</summary>
    public bool ListsEverything => Cut is null && !Parts.AreCut && _seen.Count > 0 && Format is not null && Complete.Contains(Format);

    /// <summary>False when it was there already: a key counts once.</summary>
    public bool See(string key) => _seen.Add(HashOf(key));

    public bool Has(string key) => _seen.Contains(HashOf(key));

    private static long HashOf(string key) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
