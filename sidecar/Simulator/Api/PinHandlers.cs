using Connector.Simulator.Media;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Pins: made, saved, read, changed and deleted.</summary>
internal sealed class PinHandlers(SimulatorState state, TimeProvider clock)
{
    public SimulatorResponse Create(SimulatedCall call)
    {
        var body = call.Body;
        var account = call.Account;
        var boardId = body.Id("board_id") ?? throw Refusal.Invalid("'board_id' is a required property");
        var sectionId = body.Id("board_section_id");
        var now = clock.GetUtcNow();
        var (images, video) = MediaSourceChecks.Read(call, now);
        var pin = account.NewPin(boardId, now, now + call.ListingLag) with
        {
            SectionId = sectionId,
            Title = call.StoredText(body.Text("title", 100)),
            Description = call.StoredText(body.Text("description", 800)),
            AltText = call.StoredText(body.Text("alt_text", 500)),
            Link = call.StoredLink(body.Link("link")),
            DominantColor = body.Text("dominant_color") ?? "#6e7874",
            ParentPinId = body.Id("parent_pin_id"),
            SponsorId = body.Id("sponsor_id"),
            Images = images,
            Video = video,
        };
        state.Board(call, boardId);
        if (sectionId is not null) Ownership.Section(call, boardId, sectionId);

        state.Record(new PinSaved(account.Id, pin));
        return new SimulatorResponse(201, PinDescription.Of(account, pin));
    }

    public SimulatorResponse Get(SimulatedCall call) => new(200, PinDescription.Of(call.Account, state.PinOf(call)));

    /// <summary>Any pin can be saved by its id, also somebody else's.</summary>
    public SimulatorResponse Save(SimulatedCall call)
    {
        var id = call.Route("pin_id");
        var source = state.Accounts.SelectMany(account => account.Pins).FirstOrDefault(pin => pin.Id == id) ?? throw Refusal.PinNotFound();
        var boardId = call.Body.Id("board_id") ?? throw Refusal.Invalid("'board_id' is a required property");
        var sectionId = call.Body.Id("board_section_id");
        state.Board(call, boardId);
        if (sectionId is not null) Ownership.Section(call, boardId, sectionId);
        var now = clock.GetUtcNow();
        var account = call.Account;
        var made = account.NewPin(boardId, now, now + call.ListingLag);
        var pin = source with
        {
            Id = made.Id,
            Number = made.Number,
            BoardId = boardId,
            SectionId = sectionId,
            CreatedAt = made.CreatedAt,
            ListedAt = made.ListedAt,
            IsForeign = false,
            ParentPinId = source.Id,
        };
        state.Record(new PinSaved(account.Id, pin));
        return new SimulatorResponse(201, PinDescription.Of(account, pin));
    }

    /// <summary>Changes what the body names, and nothing else; null clears.</summary>
    public SimulatorResponse Update(SimulatedCall call)
    {
        var pin = state.PinOf(call);
        if (pin.IsForeign) throw Refusal.NotPermitted();
        var body = call.Body;
        var boardId = body.Id("board_id") ?? pin.BoardId;
        var sectionId = Names("board_section_id") ? body.Id("board_section_id") : boardId == pin.BoardId ? pin.SectionId : null;
        state.Board(call, boardId);
        if (sectionId is not null) Ownership.Section(call, boardId, sectionId);
        var changed = pin with
        {
            BoardId = boardId,
            SectionId = sectionId,
            Title = Names("title") ? call.StoredText(body.Text("title", 100)) : pin.Title,
            Description = Names("description") ? call.StoredText(body.Text("description", 800)) : pin.Description,
            AltText = Names("alt_text") ? call.StoredText(body.Text("alt_text", 500)) : pin.AltText,
            Link = Names("link") ? call.StoredLink(body.Link("link")) : pin.Link,
        };
        if (!call.IgnoresEdit) state.Record(new PinChanged(call.Account.Id, changed));
        return new SimulatorResponse(200, PinDescription.Of(call.Account, changed));

        bool Names(string field) => body.TryGetProperty(field, out _);
    }

    public SimulatorResponse Delete(SimulatedCall call)
    {
        state.Record(new PinDeleted(call.Account.Id, state.PinOf(call).Id));
        return new SimulatorResponse(204);
    }
}
