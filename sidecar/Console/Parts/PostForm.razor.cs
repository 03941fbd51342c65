using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A form that is sent to its own page, protected against other sites.</summary>
public partial class PostForm
{
    /// <summary>Different from every other form of the page.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the page does when it is sent; see <c>ConsolePage.DoAsync</c>.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnPost { get; set; }

    /// <summary>So that buttons and fields elsewhere on the page belong to it, by <c>form="…"</c>.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>A class of the stylesheet, such as <c>inline</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The ids of parts that are asked for again while somebody writes, with <c>act</c> typing; separated by spaces.</summary>
    [Parameter]
    public string? Checks { get; set; }

    /// <summary>Where on this page the answer is shown, such as <c>#preview</c>; its top without it.</summary>
    [Parameter]
    public string? Action { get; set; }

    /// <summary>Fields and buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
