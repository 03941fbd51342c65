using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>What to search the account's pins for.</summary>
public sealed record SearchPinsCall : PinListCall
{
    [QueryParam, Description("Words of the description, or Pinterest's ids of pins, separated by commas.")]
    [Required(ErrorMessage = "is needed: say what to search for."), Text(500, MinimumLength = 1)]
    public string? Q { get; init; }
}

/// <summary>GET /v1/pinterest/search</summary>
internal sealed class SearchPins(BoardCalls boards, PinterestClient pinterest) : Operation<SearchPinsCall, Page<LinkedPin>>
{
    public override void Configure()
    {
        Get("/search");
        Group<PinterestRoutes>();
        Policies(Scope.Read);
        Describe("Search the account's own pins on Pinterest. The token needs the scopes of secret boards and pins too.");
    }

    public override Task<Page<LinkedPin>> ExecuteAsync(SearchPinsCall call, CancellationToken ct) => boards.ReadPinsAsync(
        Caller, call, AccountCapabilities.SearchPins, $"search {call.Q}",
        (session, bookmark, _, token) => pinterest.SearchPinsAsync(session, call.Q!, bookmark, token), ct);
}
