using Connector.Accounts;
using Connector.Http;
using Connector.Simulator.Control;
using Connector.Simulator.State;
using FastEndpoints;

namespace Connector.Simulator;

/// <summary>A pin as the simulated Pinterest has it.</summary>
public sealed record SimulatorPin
{
    public required string PinterestPinId { get; init; }
    /// <summary>True: nobody can see it on Pinterest.</summary>
    public required bool Simulated { get; init; }
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
        Simulated = true,
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

/// <summary>Whose pins to list.</summary>
public sealed record ListSimulatorPinsCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }
}

/// <summary>GET /v1/simulator/pins</summary>
internal sealed class ListSimulatorPins(SimulatorAccounts accounts, SimulatorControl simulator)
    : Operation<ListSimulatorPinsCall, Page<SimulatorPin>>
{
    public override void Configure()
    {
        Get("/pins");
        Group<SimulatorRoutes>();
        Policies(Scope.Read);
        Describe("List every pin a simulator account really has, newest first: what your workflow did, seen from Pinterest's side.");
    }

    public override async Task<Page<SimulatorPin>> ExecuteAsync(ListSimulatorPinsCall call, CancellationToken ct)
    {
        var pins = await simulator.PinsAsync(accounts.One(Caller, call.AccountId).PinterestUserId, ct);
        return new Page<SimulatorPin>([.. pins.AsEnumerable().Reverse().Select(SimulatorPin.From)], null);
    }
}
