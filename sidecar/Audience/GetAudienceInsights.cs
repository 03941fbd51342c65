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
internal sealed class GetAudienceInsights(AudienceCalls calls) : AudienceOperation<GetAudienceInsightsCall, AudienceTable, AudienceRow>
{
    public override void Configure() => Read(
        "/v1/audience-insights",
        "Get what the audience of an ad account is like: its interests, ages, genders, countries, metros and devices. The account "
                + "needs the scope ads:read.");

    protected override (string Name, Func<AudienceRow, object?> Field)[] Columns =>
    [
        ("group", row => row.Group), ("key", row => row.Key), ("name", row => row.Name),
        ("within", row => row.Within), ("ratio", row => row.Ratio), ("index", row => row.Index),
    ];

    protected override async Task<AudienceTable> ReadAsync(GetAudienceInsightsCall call, CancellationToken cancellation)
    {
        var adAccount = AdAccount.Of(call.AdAccountId);
        var audience = Choices.One("audience", call.Audience ?? AudienceType.All[0], AudienceType.All);
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.AudienceInsights,
            (pinterest, session, token) =>
                pinterest.GetAudienceInsightsAsync(session, adAccount, audience.ToUpperInvariant(), token),
            cancellation);
        return new AudienceTable
        {
            Items = AudienceRows.Of(answer),
            Audience = audience,
            Date = answer.Date,
            Size = answer.Size,
            SizeIsUpperBound = answer.SizeIsUpperBound,
        };
    }
}
