using Connector.Console.Pages.Queue;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>What can be done with the chosen pins of the queue: buttons of the form around it.</summary>
public partial class QueueActions
{
    /// <summary>The status whose pins are listed; empty for all that wait.</summary>
    [Parameter, EditorRequired]
    public string Status { get; set; } = "";

    /// <summary>Whether the key may change pins.</summary>
    [Parameter]
    public bool MayPublish { get; set; }

    /// <summary>Whether the key may approve pins.</summary>
    [Parameter]
    public bool MayApprove { get; set; }

    /// <summary>In whose zone a time is read.</summary>
    [Parameter]
    public string ZoneName { get; set; } = "UTC";

    private QueueTab Tab => QueueTab.Of(Status is { Length: > 0 } ? Status : null);

    private bool AsksForApproval => Tab.Status is null or PinStatus.AwaitingApproval;
}
