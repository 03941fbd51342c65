using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.Options;

namespace Connector.Simulator.Api;

/// <summary>The pins of a board or section, newest first unless a fault shuffles them.</summary>
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
