using System.ComponentModel;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>Where a person looks at a pin and approves or rejects it.</summary>
internal sealed class GetApprovalLinkTool(PinOverview overview, PublicAddress address, ApprovalPages pages)
    : AgentTool<ApprovalLinkArguments, ApprovalLinkAnswer>
{
    public override string Name => "get_approval_link";

    protected override string Title => "Get the link by which a person approves";

    protected override string Description =>
        "The address of the page where a person, signed in, looks at a pin and approves or rejects it. Give it to the person: no tool "
        + "approves.";

    protected override Task<ApprovalLinkAnswer> AnswerAsync(
        AgentCall call, ApprovalLinkArguments arguments, CancellationToken cancellation)
    {
        var pin = overview.Get(call.Caller, arguments.Id);
        var awaits = pin.Status == PinStatus.AwaitingApproval;
        var link = pages.AreThere ? address.Of($"/pins/{pin.Id}") : null;
        var next = !awaits ? NextStep.Of(pin.Status, pin.ErrorRemediation)
            : link is null ? "The pages are switched off here: a person approves it with the workflow or program that they use."
            : "Give the person the link, and look again with get_pin.";
        return Task.FromResult(new ApprovalLinkAnswer(pin.Id, pin.Status, link, next));
    }
}

/// <summary>Which pin.</summary>
public sealed record ApprovalLinkArguments
{
    [Description("The pin's id: pin_…")]
    [Text(64)]
    public required string Id { get; init; }
}

/// <summary>The link, or null where the sidecar has no pages.</summary>
public sealed record ApprovalLinkAnswer(string PinId, string Status, string? Link, string Next);
