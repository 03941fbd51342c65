using System.ComponentModel;
using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Http;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Which audience.</summary>
public sealed record GetAudienceInsightsCall : TableCall
{
    [QueryParam, Description(AdAccount.Text)]
    public string? AdAccountId { get; init; }

    [QueryParam, Description("your_total_audience (the default), your_engaged_audience or pinterest_total_audience.")]
    [OneOf(typeof(AudienceType))]
    public string? Audience { get; init; }
}

/// <summary>GET /v1/audience-insights</summary>
internal sealed class GetAudienceInsights(AudienceCalls calls) : Operation<GetAudienceInsightsCall, IResult>
{
    public override void Configure()
    {
        Get("/v1/audience-insights");
        Description(route => route.WithTags("Audience"));
        Policies(Scope.Read);
        Describe(
            "Get what the audience of an ad account is like: its interests, ages, genders, countries, metros and devices. The account "
                + "needs the scope ads:read.");
        Description(route => route.AnswersWith<AudienceTable>());
    }

    public override async Task<IResult> ExecuteAsync(GetAudienceInsightsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var adAccount = AdAccount.Of(call.AdAccountId);
        var audience = Choices.One("audience", call.Audience ?? AudienceType.All[0], AudienceType.All);
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.AudienceInsights,
            (pinterest, session, token) =>
                pinterest.GetAudienceInsightsAsync(session, adAccount, audience.ToUpperInvariant(), token),
            ct);
        var table = new AudienceTable
        {
            Items = AudienceRows.Of(answer),
            Audience = audience,
            Date = answer.Date,
            Size = answer.Size,
            SizeIsUpperBound = answer.SizeIsUpperBound,
        };
        return TableAnswer.Of(
            table, table.Items, asCsv, ("group", row => row.Group), ("key", row => row.Key), ("name", row => row.Name),
            ("within", row => row.Within), ("ratio", row => row.Ratio), ("index", row => row.Index));
    }
}
