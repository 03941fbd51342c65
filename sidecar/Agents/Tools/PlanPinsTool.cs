using System.ComponentModel;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>Tells when pins would be published and stores nothing.</summary>
internal sealed class PlanPinsTool(PinPlans plans) : AgentTool<PlanPinsArguments, PlanAnswer>
{
    public override string Name => "plan_pins";

    protected override string Title => "Plan when pins would be published";

    protected override string Description =>
        "Tells when up to 50 pins would be published if they were made and approved now, behind all that waits, and which rule decides. "
        + "Stores nothing.";

    protected override async Task<PlanAnswer> AnswerAsync(AgentCall call, PlanPinsArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Pins.Count is 0 or > PlanPinsArguments.Most)
            throw Problems.Invalid("pins", $"must be 1 to {PlanPinsArguments.Most} pins; there are {arguments.Pins.Count}.");

        var asked = new PlanRequest { Pins = [.. arguments.Pins.Select(pin => pin.ToPlanned())], Spread = arguments.Spread };
        var plan = await plans.CheckAndReadAsync(call.Caller, asked, cancellation);
        return new PlanAnswer([.. plan.Pins.Select(pin => new ToolPlannedPin(
            pin.Index, pin.AccountId, pin.BoardId, pin.ExpectedAt, pin.Rule, pin.Message,
            [.. pin.Warnings.Select(ToolCheck.From)]))]);
    }
}

/// <summary>Pins that might be made.</summary>
public sealed record PlanPinsArguments
{
    internal const int Most = 50;

    [Description("1 to 50 pins.")]
    public required IReadOnlyList<PlanPinArguments> Pins { get; init; }

    [Description("Spreads pins for the same event_date over what is left of their season.")]
    public bool Spread { get; init; }
}

/// <summary>A pin that might be made.</summary>
public sealed record PlanPinArguments
{
    [Description("An id of list_accounts; may be left out when there is only one account.")]
    public string? AccountId { get; init; }

    [Description("A board's id or exact name, from list_boards.")]
    public required string Board { get; init; }

    [Description("Where a click leads; counts for rules about links.")]
    public string? LinkUrl { get; init; }

    [Description("Not before this time, with an offset.")]
    public DateTimeOffset? PublishAt { get; init; }

    [Description("The day of the event that it is for.")]
    public DateOnly? EventDate { get; init; }

    internal PlannedPin ToPlanned() =>
        new() { AccountId = AccountId, Board = Board, LinkUrl = LinkUrl, PublishAt = PublishAt, EventDate = EventDate };
}

/// <summary>When each would be published, in the order given.</summary>
public sealed record PlanAnswer(IReadOnlyList<ToolPlannedPin> Pins);

/// <summary>When a pin would be published; expected_at is null while its account is held.</summary>
public sealed record ToolPlannedPin(
    int Index, string AccountId, string BoardId, DateTimeOffset? ExpectedAt, string? Rule, string? Message,
    IReadOnlyList<ToolCheck> Warnings);
