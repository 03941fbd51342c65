using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Audience.Reading;
using Connector.Http;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Which keywords to find.</summary>
public sealed record FindKeywordsCall : TableCall
{
    [QueryParam, Description("1 to 10 words, separated by commas; one for kind=suggested.")]
    public string? Terms { get; init; }

    [QueryParam, Description("related (the default): what people search as well. suggested: what they search that begins with the term.")]
    [OneOf(typeof(KeywordKind))]
    public string? Kind { get; init; }

    [QueryParam, Range(1, Keywords.MostSuggested), Description("How many suggested keywords.")]
    public int Limit { get; init; } = Keywords.MostSuggested;
}

/// <summary>GET /v1/keywords</summary>
internal sealed class FindKeywords(Keywords keywords) : AudienceOperation<FindKeywordsCall, KeywordTable, KeywordRow>
{
    public override void Configure() => Read(
        "/v1/keywords",
        "Find what people on Pinterest search: related to your terms, or beginning with one. The account needs the scope ads:read.");

    protected override (string Name, Func<KeywordRow, object?> Field)[] Columns =>
    [
        ("term", row => row.Term), ("keyword", row => row.Keyword), ("rank", row => row.Rank),
    ];

    protected override Task<KeywordTable> ReadAsync(FindKeywordsCall call, CancellationToken cancellation) =>
        keywords.FindAsync(Caller, call.AccountId, call.Terms, call.Kind, call.Limit, cancellation);
}
