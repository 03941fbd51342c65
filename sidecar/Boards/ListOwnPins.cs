using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>Which of the account's pins to list.</summary>
public sealed record ListOwnPinsCall : PinListCall
{
    [QueryParam, Description("exclude_native (only saved ones), exclude_repins (only made ones) or has_been_promoted.")]
    [AllowedValues(
        null, "exclude_native", "exclude_repins", "has_been_promoted",
        ErrorMessage = "must be exclude_native, exclude_repins or has_been_promoted.")]
    public string? Filter { get; init; }

    [QueryParam, Description("Whether pins on protected boards are listed too.")]
    public bool IncludeProtected { get; init; }
}

/// <summary>GET /v1/pinterest/pins</summary>
internal sealed class ListOwnPins(BoardCalls boards, PinterestClient pinterest) : Operation<ListOwnPinsCall, Page<LinkedPin>>
{
    public override void Configure()
    {
        Get("/pins");
        Group<PinterestRoutes>();
        Policies(Scope.Read);
        Describe(
            "List the account's own pins as Pinterest has them, on whatever board, whether the connector published them or not; in "
                + "Pinterest's order.");
    }

    public override Task<Page<LinkedPin>> ExecuteAsync(ListOwnPinsCall call, CancellationToken ct) => boards.ReadPinsAsync(
        Caller, call, AccountCapabilities.ReadPins, $"own {call.Filter} {call.IncludeProtected}",
        (session, bookmark, size, token) => pinterest.ListPinsAsync(
            session, new OwnPins(call.Filter, call.IncludeProtected), bookmark, size, token), ct);
}
