using Connector.Accounts;
using Connector.Http;
using Connector.Simulator.State;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Simulator;

/// <summary>A pin as the simulated Pinterest has it.</summary>
public sealed record SimulatorPin
{
    public required string PinterestPinId { get; init; }
    public required string BoardId { get; init; }
    public string? BoardSectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? LinkUrl { get; init; }
    public required string MediaType { get; init; }
    /// <summary>Where the first image, or a video's cover, came from; null for one that was sent along.</summary>
    public string? MediaUrl { get; init; }
    /// <summary>Whether the account made it; others may put pins on its boards.</summary>
    public required bool IsOwner { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>From when on listings show it; later than created_at after the fault list_lag.</summary>
    public required DateTimeOffset ListedAt { get; init; }

    internal static SimulatorPin From(SimulatedPin pin) => new()
    {
        PinterestPinId = pin.Id,
        BoardId = pin.BoardId,
        BoardSectionId = pin.SectionId,
        Title = pin.Title,
        Description = pin.Description,
        AltText = pin.AltText,
        LinkUrl = pin.Link,
        MediaType = pin.Video is not null ? "video" : pin.Images.Count > 1 ? "carousel" : "image",
        MediaUrl = pin.Images[0].Url,
        IsOwner = !pin.IsForeign,
        CreatedAt = pin.CreatedAt,
        ListedAt = pin.ListedAt,
    };
}

/// <summary>GET /v1/simulator/pins</summary>
public sealed class ListSimulatorPins : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/pins", Handle).WithName(nameof(ListSimulatorPins)).RequireScope(Scope.Read);

    /// <summary>List every pin a simulator account really has, newest first: what your workflow did, seen from Pinterest's side.</summary>
    internal static async Task<Page<SimulatorPin>> Handle(
        [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, SimulatorAccounts accounts, SimulatorControl simulator, CancellationToken cancellation)
    {
        var pins = await simulator.PinsAsync(accounts.One(caller, accountId).PinterestUserId, cancellation);
        return new Page<SimulatorPin>([.. pins.AsEnumerable().Reverse().Select(SimulatorPin.From)], null);
    }
}
