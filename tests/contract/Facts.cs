namespace Connector.Contract;

/// <summary>What a description says, as far as it concerns the connector.</summary>
internal sealed record Facts
{
    /// <summary>Of the description.</summary>
    public required string Version { get; init; }

    /// <summary>The operations that the connector or its simulator knows, such as "GET /boards".</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>The calls that the description has.</summary>
    public required IReadOnlyDictionary<string, OperationFacts> Operations { get; init; }

    /// <summary>All other operations of the description, by name only.</summary>
    public required IReadOnlyList<string> Others { get; init; }
}

/// <summary>What is said of one operation.</summary>
internal sealed record OperationFacts
{
    public string? Rate { get; init; }
    public string? Sandbox { get; init; }
    public bool Deprecated { get; init; }

    /// <summary>Each way to be permitted, with the scopes that it needs.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];

    /// <summary>By where they are, such as "query page_size" or "body media_source.url".</summary>
    public IReadOnlyDictionary<string, FieldFacts> Request { get; init; } = new Dictionary<string, FieldFacts>();

    /// <summary>Of a successful answer, such as "items[].id".</summary>
    public IReadOnlyDictionary<string, FieldFacts> Answer { get; init; } = new Dictionary<string, FieldFacts>();
}

/// <summary>What is said of a field.</summary>
internal sealed record FieldFacts
{
    public string? Type { get; init; }
    public bool Required { get; init; }

    /// <summary>The least and the most of a length, a number or a list; and its pattern.</summary>
    public string? Least { get; init; }
    public string? Most { get; init; }
    public string? Pattern { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];
}
