using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Hooks;

/// <summary>Leads between webhooks, keys and faults.</summary>
public partial class HookTabs
{
    /// <summary>The one that is shown: webhooks, keys or faults.</summary>
    [Parameter, EditorRequired]
    public string Shown { get; set; } = "";

    /// <summary>Whether the reader's key may see keys.</summary>
    [Parameter]
    public bool IsAdmin { get; set; }

    private string? Here(string name) => name == Shown ? "page" : null;
}
