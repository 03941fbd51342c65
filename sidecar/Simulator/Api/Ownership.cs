using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Finds what a call is about: 404 when there is no such thing, 403 when it is somebody else's.</summary>
internal static class Ownership
{
    public static SimulatedBoard BoardOf(this SimulatorState state, SimulatedCall call) => state.Board(call, call.Route("board_id"));

    public static SimulatedBoard Board(this SimulatorState state, SimulatedCall call, string boardId)
    {
        if (call.Account.Boards.TryGetValue(boardId, out var board)) return board;
        throw state.Accounts.Any(account => account.Boards.ContainsKey(boardId)) ? Refusal.NotPermitted() : Refusal.BoardNotFound();
    }

    public static SimulatedSection SectionOf(this SimulatorState state, SimulatedCall call) =>
        Section(call, state.BoardOf(call).Id, call.Route("section_id"));

    public static SimulatedSection Section(SimulatedCall call, string boardId, string sectionId) =>
        call.Account.Sections.TryGetValue(sectionId, out var section) && section.BoardId == boardId
            ? section
            : throw Refusal.SectionNotFound();

    public static SimulatedPin PinOf(this SimulatorState state, SimulatedCall call)
    {
        var id = call.Route("pin_id");
        if (call.Account.Pins.Find(pin => pin.Id == id) is { } pin) return pin;
        throw state.Accounts.Any(account => account.Pins.Exists(pin => pin.Id == id)) ? Refusal.NotPermitted() : Refusal.PinNotFound();
    }
}
