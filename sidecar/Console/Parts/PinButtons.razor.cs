using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>What can be done with a pin in its state and with the reader's key, each with what it will do.</summary>
public partial class PinButtons
{
    private const string Absent =
        "You looked at the board and it is not there. It is queued and sent again: if it was there, it is published twice.";

    /// <summary>Which.</summary>
    [Parameter, EditorRequired]
    public Pin Pin { get; set; } = null!;

    /// <summary>Whether the key has the scope publish.</summary>
    [Parameter]
    public bool MayPublish { get; set; }

    /// <summary>Whether the key has the scope approve.</summary>
    [Parameter]
    public bool MayApprove { get; set; }

    /// <summary>Lets it go; the form holds <c>seen</c>.</summary>
    [Parameter]
    public EventCallback OnApprove { get; set; }

    /// <summary>Takes it back; the form holds <c>seen</c> and <c>reason</c>.</summary>
    [Parameter]
    public EventCallback OnReject { get; set; }

    /// <summary>Takes it back.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Queues it again.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>It is on Pinterest; the form holds <c>pinterest_pin_id</c>.</summary>
    [Parameter]
    public EventCallback OnPublished { get; set; }

    /// <summary>It is not on Pinterest.</summary>
    [Parameter]
    public EventCallback OnAbsent { get; set; }

    /// <summary>Forgets it; the form may hold <c>delete_from_pinterest</c>.</summary>
    [Parameter]
    public EventCallback OnDelete { get; set; }

    private string Retrying => Pin.Retryable is false
        ? "It is queued and sent again. Pinterest refused it for good, so without a change elsewhere it will fail again."
        : "It is queued and sent again, with all its tries.";

    private string Deleting => Pin.PinterestPinId is null
        ? "The connector forgets it, and its idempotency key may be used again."
        : "The connector forgets it, and its idempotency key may be used again. On Pinterest it stays unless you choose so.";
}
