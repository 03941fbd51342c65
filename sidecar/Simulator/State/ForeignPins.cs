using Connector.Simulator.Faults;

namespace Connector.Simulator.State;

/// <summary>Adds pins that were not made through the API, so that boards hold pins that could be mistaken for ours.</summary>
internal sealed class ForeignPins(SimulatorState state, TimeProvider clock)
{
    public SimulatedPin Add(ForeignPin wanted)
    {
        lock (state.Gate)
        {
            var account = state.FindAccount(wanted.Account)
                ?? throw new InvalidControlRequestException("account", $"There is no account '{wanted.Account}'.");
            if (!account.Boards.ContainsKey(wanted.BoardId))
                throw new InvalidControlRequestException("board_id", $"The account has no board '{wanted.BoardId}'.");
            if (wanted.SectionId is { } section && account.Sections.GetValueOrDefault(section)?.BoardId != wanted.BoardId)
                throw new InvalidControlRequestException("section_id", $"The board has no section '{section}'.");
            return Add(account, wanted);
        }
    }

    public SimulatedPin Add(SimulatedAccount account, ForeignPin wanted)
    {
        var createdAt = wanted.CreatedAt ?? clock.GetUtcNow();
        var pin = account.NewPin(wanted.BoardId, createdAt, createdAt) with
        {
            SectionId = wanted.SectionId,
            Title = wanted.Title,
            Description = wanted.Description,
            AltText = wanted.AltText,
            Link = wanted.Link,
            IsForeign = true,
            Images = [new SimulatedImage("image_url", 0, 1000, 1500)],
        };
        state.Record(new PinSaved(account.Id, pin));
        return pin;
    }
}

/// <summary>A pin that somebody else puts on an account's board.</summary>
internal sealed record ForeignPin(string Account, string BoardId)
{
    public string? SectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? Link { get; init; }

    /// <summary>Now when not given; an older one takes its place among the older ones.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
