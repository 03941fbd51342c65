using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Connector.Console.Pages.Charts;

/// <summary>A text in a chart. Written by hand, because in a page &lt;text&gt; means something else.</summary>
public sealed class EdgeText : ComponentBase
{
    /// <summary>From the left, as 10 or 50%.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "";

    /// <summary>From the top.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "";

    /// <summary>start, middle or end.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    /// <summary>What stands there.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddContent(4, Text);
        builder.CloseElement();
    }
}
