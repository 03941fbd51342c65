using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>The sections of a board.</summary>
internal sealed class SectionHandlers(SimulatorState state)
{
    private const int LongestName = 180;

    public SimulatorResponse List(SimulatedCall call)
    {
        var board = state.BoardOf(call);
        var sections = call.Account.Sections.Values.Where(section => section.BoardId == board.Id).OrderBy(section => section.Number);
        return Paging.Page(call, [.. sections], section => section.Id, Describe);
    }

    public SimulatorResponse Create(SimulatedCall call)
    {
        var account = call.Account;
        var board = state.BoardOf(call);
        var section = new SimulatedSection(
            Seeded.Id($"{account.Id}/section/{account.Made}"), account.Made, board.Id, call.Body.Required("name", LongestName));
        return Save(call, section, 201);
    }

    public SimulatorResponse Update(SimulatedCall call) =>
        Save(call, state.SectionOf(call) with { Name = call.Body.Required("name", LongestName) }, 200);

    public SimulatorResponse Delete(SimulatedCall call)
    {
        state.Record(new SectionDeleted(call.Account.Id, state.SectionOf(call).Id));
        return new SimulatorResponse(204);
    }

    private SimulatorResponse Save(SimulatedCall call, SimulatedSection section, int status)
    {
        state.Record(new SectionSaved(call.Account.Id, section));
        return new SimulatorResponse(status, Describe(section));
    }

    private static object Describe(SimulatedSection section) => new { section.Id, section.Name };
}
