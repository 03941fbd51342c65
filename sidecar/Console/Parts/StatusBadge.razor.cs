using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>The state of a pin, an account or a delivery, in words; the colour only repeats it.</summary>
public partial class StatusBadge
{
    /// <summary>As in the API, such as <c>awaiting_approval</c>.</summary>
    [Parameter, EditorRequired]
    public string Status { get; set; } = "";

    private string Kind => Status switch
    {
        "published" or "active" or "delivered" or "approved" => "good",
        "failed" or "failing" or "reconnect_required" or "disabled" or "revoked" => "bad",
        "unconfirmed" or "held" or "awaiting_approval" or "expiring" => "warn",
        "publishing" => "busy",
        _ => "plain",
    };
}
