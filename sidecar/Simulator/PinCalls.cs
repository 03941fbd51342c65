namespace Connector.Simulator;

/// <summary>Pins: made, read, listed and deleted.</summary>
internal sealed class PinCalls(SimulatorState state, TimeProvider clock)
{
    public Answer Create(SimulatedCall call)
    {
        var body = call.Body;
        var account = call.Account;
        var boardId = body.Id("board_id") ?? throw Refusal.Invalid("'board_id' is a required property");
        var sectionId = body.Id("board_section_id");
        var now = clock.GetUtcNow();
        var pin = new SimulatedPin(Seeded.Id($"{account.Id}/pin/{account.Made}"), account.Made, boardId, now, now + call.ListingLag)
        {
            SectionId = sectionId,
            Title = body.Text("title", 100),
            Description = body.Text("description", 800),
            AltText = body.Text("alt_text", 500),
            Link = body.Link("link"),
            DominantColor = body.Text("dominant_color") ?? "#6e7874",
            Images = MediaChecks.Read(body),
        };
        state.Board(call, boardId);
        if (sectionId is not null) Ownership.Section(call, boardId, sectionId);

        state.Record(new PinSaved(account.Id, pin));
        return new Answer(201, PinDescription.Of(account, pin));
    }

    public Answer Get(SimulatedCall call) => new(200, PinDescription.Of(call.Account, state.PinOf(call)));

    public Answer Delete(SimulatedCall call)
    {
        state.Record(new PinDeleted(call.Account.Id, state.PinOf(call).Id));
        return new Answer(204);
    }

    public Answer ListOfBoard(SimulatedCall call)
    {
        var board = state.BoardOf(call);
        return List(call, pin => pin.BoardId == board.Id);
    }

    public Answer ListOfSection(SimulatedCall call)
    {
        var section = state.SectionOf(call);
        return List(call, pin => pin.SectionId == section.Id);
    }

    private Answer List(SimulatedCall call, Func<SimulatedPin, bool> belongs)
    {
        var now = clock.GetUtcNow();
        var pins = call.Account.Pins.Where(pin => belongs(pin) && pin.ListedAt <= now);
        var ordered = call.Shuffled ? pins.OrderBy(pin => Seeded.Share($"shuffled/{pin.Id}")) : pins.Reverse();
        return Paging.Page(call, ordered.ToList(), pin => pin.Id, pin => PinDescription.Of(call.Account, pin));
    }
}
