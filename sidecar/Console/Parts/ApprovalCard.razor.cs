using Connector.Accounts;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>All that somebody has to see of a pin before it is approved.</summary>
public partial class ApprovalCard
{
    /// <summary>Which.</summary>
    [Parameter, EditorRequired]
    public Pin Pin { get; set; } = null!;

    /// <summary>The name of its board, or its id.</summary>
    [Parameter, EditorRequired]
    public string Board { get; set; } = "";

    /// <summary>Its account; null when it was disconnected.</summary>
    [Parameter, EditorRequired]
    public Account? Account { get; set; }
}
