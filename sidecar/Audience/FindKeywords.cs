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
internal sealed class FindKeywords(Keywords keywords) : Operation<FindKeywordsCall, IResult>
{
    public override void Configure()
    {
        Get("/v1/keywords");
        Description(route => route.WithTags("Audience"));
        Policies(Scope.Read);
        Describe(
            "Find what people on Pinterest search: related to your terms, or beginning with one. The account needs the scope ads:read.");
        Description(route => route.AnswersWith<KeywordTable>());
    }

    public override async Task<IResult> ExecuteAsync(FindKeywordsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var table = await keywords.FindAsync(Caller, call.AccountId, call.Terms, call.Kind, call.Limit, ct);
        return TableAnswer.Of(
            table, table.Items, asCsv, ("term", row => row.Term), ("keyword", row => row.Keyword), ("rank", row => row.Rank));
    }
}
