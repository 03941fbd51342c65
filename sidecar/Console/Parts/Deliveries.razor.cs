using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Who was told about a pin and what they answered; addresses are without their query, which may hold secrets.</summary>
public partial class Deliveries
{
    /// <summary>The newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Delivery> Items { get; set; } = [];

    /// <summary>The zone of the account.</summary>
    [Parameter]
    public string? Zone { get; set; }
}
