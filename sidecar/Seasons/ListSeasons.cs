using System.ComponentModel;
using Connector.Http;
using FastEndpoints;

namespace Connector.Seasons;

/// <summary>Of which country.</summary>
public sealed record ListSeasonsCall
{
    [QueryParam, Description("US (the default), GB, CA, AU, DE, AT, CH, FR, ES, IT, NL, BR, MX, JP or IN.")]
    public string? Country { get; init; }
}

/// <summary>GET /v1/seasons</summary>
internal sealed class ListSeasons(TimeProvider clock) : Operation<ListSeasonsCall, Page<SeasonDate>>
{
    public override void Configure()
    {
        Get("/v1/seasons");
        Description(route => route.WithTags("Pins"));
        Policies(Scope.Read);
        Describe(
            "List the common dates of a country in the next 18 months, the next first, as a start for event_date; the list is whole, "
                + "without pages.");
    }

    public override Task<Page<SeasonDate>> ExecuteAsync(ListSeasonsCall call, CancellationToken ct) => Task.FromResult(
        new Page<SeasonDate>(SeasonDates.Of(call.Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), null));
}
