using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>Pins of the connector.</summary>
internal sealed class ListPinsTool(PinList pins) : AgentTool<ListPinsArguments, PinsAnswer>
{
    public override string Name => "list_pins";

    protected override string Title => "List pins";

    protected override string Description => "The pins that were made with the connector, newest first, a page at a time.";

    protected override Task<PinsAnswer> AnswerAsync(AgentCall call, ListPinsArguments arguments, CancellationToken cancellation)
    {
        var asked = new ListPinsCall
        {
            AccountId = arguments.AccountId,
            Status = arguments.Status,
            Limit = arguments.Limit,
            Cursor = arguments.Cursor,
        };
        var page = pins.Read(call.Caller, asked, QueryCollection.Empty);
        return Task.FromResult(new PinsAnswer([.. page.Items.Select(ListedPin.From)], page.NextCursor));
    }
}

/// <summary>Which pins.</summary>
public sealed record ListPinsArguments
{
    [Description("An id of list_accounts; all that the key sees if left out.")]
    [Text(64)]
    public string? AccountId { get; init; }

    [Description("awaiting_approval, scheduled, queued, publishing, published, failed, unconfirmed or canceled.")]
    public string? Status { get; init; }

    [Description("How many on a page.")]
    [Range(1, 50)]
    public int Limit { get; init; } = 20;

    [Description("next_cursor of the page before.")]
    [Text(64)]
    public string? Cursor { get; init; }
}

/// <summary>A page of pins; next_cursor is null on the last one.</summary>
public sealed record PinsAnswer(IReadOnlyList<ListedPin> Pins, string? NextCursor);

/// <summary>A pin in a list; get_pin tells more.</summary>
public sealed record ListedPin(
    string Id, string Status, string BoardId, string? Title, DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, string? Error)
{
    internal static ListedPin From(Pin pin) =>
        new(pin.Id, pin.Status, pin.BoardId, pin.Title, pin.PublishAt, pin.PublishedAt, pin.ErrorCode);
}
