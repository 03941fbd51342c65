using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>The title of a page, in the browser's tab too.</summary>
public partial class Heading
{
    /// <summary>The same words in both places.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What stands beside it, such as the account picker.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
