namespace Connector.Imports.Reading;

/// <summary>One row of a file: a product, a post, or what somebody wrote by hand.</summary>
/// <param name="Row">Where it begins in the file, counted as people count: in a table the first line has the names of columns.</param>
/// <param name="Fields">Its values by the plain names of <see cref="ColumnNames"/>.</param>
internal sealed record ImportItem(long Row, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>How many characters of items are in memory together at most, beside the last one of them.</summary>
    public const long MostTogether = 4 * 1024 * 1024;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>The pictures that a format has apart from its fields, in their order.</summary>
    public IReadOnlyList<ItemImage> Images { get; init; } = [];

    /// <summary>The lines of a table that it was read from, as they are.</summary>
    public IReadOnlyList<string[]> Lines { get; init; } = [];

    /// <summary>The values with a decimal point that the file has as numbers, not as texts: their point never parts thousands.</summary>
    public IReadOnlySet<string> Decimals { get; init; } = new HashSet<string>();

    /// <summary>Why it cannot be read.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the file could be read no further, so that what comes after it is not known.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>The address of another file that this one names instead of its own items.</summary>
    public string? Further { get; init; }

    /// <summary>How many characters it keeps in memory.</summary>
    public long Size => Fields.Values.Sum(value => (long)value.Length) + Lines.Sum(line => line.Sum(value => (long)value.Length));

    public static ImportItem Unreadable(long row, string problem) => new(row, None) { Problem = problem };

    /// <summary>A value; null where there is none.</summary>
    public string? Value(string field) => Fields.TryGetValue(field, out var value) && value.Length > 0 ? value : null;
}

/// <summary>A picture, with its size where that is known.</summary>
internal sealed record ItemImage(string Url, int? Width = null, int? Height = null);
