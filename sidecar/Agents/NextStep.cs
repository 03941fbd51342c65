using Connector.Pins;

namespace Connector.Agents;

/// <summary>What a model does next about a pin; above all, that it makes no other one.</summary>
internal static class NextStep
{
    public static string Of(string status, string? remediation) => status switch
    {
        PinStatus.AwaitingApproval =>
            "A person has to approve it: give them the link of get_approval_link. Do not make another pin; get_pin tells how it went on.",
        PinStatus.Scheduled or PinStatus.Queued or PinStatus.Publishing =>
            "Nothing: it is published when its turn comes. get_pin with wait_seconds waits for it. Do not make another pin.",
        PinStatus.Published => "Nothing: it is on Pinterest. get_pin_metrics has its numbers after a day or two.",
        PinStatus.Failed =>
            $"{remediation} Tell the person. Do not make another pin by yourself: this one can be corrected and retried.".TrimStart(),
        PinStatus.Unconfirmed =>
            "It may be on Pinterest already, so do not make another pin. A person has to look at the board and then resolve this one.",
        _ => "It was taken back or rejected. Ask the person before you make another pin.",
    };
}
