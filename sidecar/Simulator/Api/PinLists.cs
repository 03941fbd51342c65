using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.Options;

namespace Connector.Simulator.Api;

/// <summary>The pins of a board, a section or the account, newest first unless a fault shuffles them.</summary>
internal sealed class PinLists(SimulatorState state, ForeignPins foreign, IOptions<SimulatorOptions> options, TimeProvider clock)
{
    public SimulatorResponse OfBoard(SimulatedCall call)
    {
        var board = state.BoardOf(call);
        return List(call, board.Id, null, pin => pin.BoardId == board.Id && (pin.SectionId is null || options.Value.BoardListsSectionPins));
    }

    public SimulatorResponse OfSection(SimulatedCall call)
    {
        var section = state.SectionOf(call);
        return List(call, section.BoardId, section.Id, pin => pin.SectionId == section.Id);
    }

    /// <summary>The account's own, whoever owns the board.</summary>
    public SimulatorResponse OfAccount(SimulatedCall call)
    {
        var filter = call.OneOf("pin_filter", otherwise: "", "", "exclude_native", "exclude_repins", "has_been_promoted");
        var withProtected = call.OneOf("include_protected_pins", otherwise: "false", "true", "false") == "true";
        var pins = Listed(call, pin => !pin.IsForeign && IsMeant(pin));
        return Paging.Page(call, pins, pin => pin.Id, pin => PinDescription.Of(call.Account, pin));

        bool IsMeant(SimulatedPin pin) =>
            (withProtected || call.Account.Boards.GetValueOrDefault(pin.BoardId)?.Privacy != "PROTECTED")
            && filter switch
            {
                "exclude_native" => pin.ParentPinId is not null,
                "exclude_repins" => pin.ParentPinId is null,
                "has_been_promoted" => false,
                _ => true,
            };
    }

    /// <summary>The account's own that have every word, or one of the ids.</summary>
    public SimulatorResponse Found(SimulatedCall call)
    {
        var query = call.Query("query") ?? "";
        var ids = query.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pins = Listed(call, pin => !pin.IsForeign && (ids.Contains(pin.Id) || (words.Length > 0 && Array.TrueForAll(words, Has(pin)))));
        return Paging.Page(call, pins, pin => pin.Id, pin => PinDescription.Of(call.Account, pin));

        static Predicate<string> Has(SimulatedPin pin) =>
            word => $"{pin.Title} {pin.Description}".Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private SimulatorResponse List(SimulatedCall call, string boardId, string? sectionId, Func<SimulatedPin, bool> belongs)
    {
        var pins = Listed(call, belongs);
        if (call.Moves && pins.Skip(Paging.Start(call, pins, pin => pin.Id)).FirstOrDefault() is { } next)
        {
            state.Record(new PinMoved(call.Account.Id, next.Id));
            foreign.Add(call.Account, new ForeignPin(call.Account.Id, boardId) { SectionId = sectionId, Title = "Somebody else's" });
            pins = Listed(call, belongs);
        }

        return Paging.Page(call, pins, pin => pin.Id, pin => PinDescription.Of(call.Account, pin));
    }

    private List<SimulatedPin> Listed(SimulatedCall call, Func<SimulatedPin, bool> belongs)
    {
        var now = clock.GetUtcNow();
        var pins = call.Account.Pins.Where(pin => belongs(pin) && pin.IsListed(now));
        return [.. call.Shuffled ? pins.OrderBy(pin => Seeded.Share($"shuffled/{pin.Id}")) : pins.Reverse()];
    }
}
