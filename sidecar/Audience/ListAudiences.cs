using System.ComponentModel;
using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Audience;

/// <summary>Of which ad account.</summary>
public sealed record ListAudiencesCall : TableCall
{
    [QueryParam, Description(AdAccount.Text)]
    public string? AdAccountId { get; init; }
}

/// <summary>The audiences of an ad account.</summary>
/// <param name="Items">Empty when there are none.</param>
public sealed record AudienceKinds(IReadOnlyList<AudienceKindRow> Items) : IAudienceTable<AudienceKindRow>;

/// <summary>An audience, as Pinterest names it.</summary>
/// <param name="Scope">On whose pins: partner or pinterest.</param>
/// <param name="Type">What it did, such as engagement.</param>
/// <param name="Date">Of which day.</param>
public sealed record AudienceKindRow(string? Scope, string? Type, string? Date);

/// <summary>GET /v1/audience-insights/audiences</summary>
internal sealed class ListAudiences(AudienceCalls calls) : AudienceOperation<ListAudiencesCall, AudienceKinds, AudienceKindRow>
{
    public override void Configure() => Read(
        "/v1/audience-insights/audiences",
        "List the audiences that Pinterest knows of an ad account: what they did, and on whose pins.");

    protected override (string Name, Func<AudienceKindRow, object?> Field)[] Columns =>
    [
        ("scope", row => row.Scope), ("type", row => row.Type), ("date", row => row.Date),
    ];

    protected override async Task<AudienceKinds> ReadAsync(ListAudiencesCall call, CancellationToken cancellation)
    {
        var adAccount = AdAccount.Of(call.AdAccountId);
        var answer = await calls.ReadAsync(
            Caller, call.AccountId, AccountCapabilities.AudienceInsights,
            (pinterest, session, token) => pinterest.GetAudiencesAsync(session, adAccount, token), cancellation);
        return new AudienceKinds(
            [.. answer.Items.OfType<AudienceKind>().Select(kind => new AudienceKindRow(kind.Scope, kind.Type, kind.Date))]);
    }
}
