using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Stands where there is nothing yet, and says what to do first.</summary>
public partial class EmptyState
{
    /// <summary>What is not there, such as "No pin waits.".</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What to do, with a link.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
