using Connector.Audience.Reading;
using Connector.Http;

namespace Connector.Audience;

/// <summary>Words that people search, the most fitting first.</summary>
public sealed record KeywordTable : IAudienceTable<KeywordRow>
{
    /// <summary>Empty when Pinterest knows nothing about the terms.</summary>
    public required IReadOnlyList<KeywordRow> Items { get; init; }
    /// <summary>What they have to do with the terms.</summary>
    [OneOf(typeof(KeywordKind))]
    public required string Kind { get; init; }
}

/// <summary>A word, or several, that people search.</summary>
/// <param name="Term">What was asked for.</param>
/// <param name="Keyword">What people search.</param>
/// <param name="Rank">1 is the first that Pinterest names for the term.</param>
public sealed record KeywordRow(string Term, string Keyword, int Rank);
