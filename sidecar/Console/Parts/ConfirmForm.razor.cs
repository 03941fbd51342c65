using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A form that opens first, says what it will do, and is then sent.</summary>
public partial class ConfirmForm
{
    /// <summary>Different from every other form of the page.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What opens it, and then sends it, such as "Cancel this pin".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What will happen.</summary>
    [Parameter, EditorRequired]
    public string Explanation { get; set; } = "";

    /// <summary>Whether it cannot be undone.</summary>
    [Parameter]
    public bool IsDangerous { get; set; }

    /// <summary>The key that opens it; its first field has the focus then.</summary>
    [Parameter]
    public string? Key { get; set; }

    /// <summary>What the page does when it is sent.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnPost { get; set; }

    /// <summary>Fields, such as a reason.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
