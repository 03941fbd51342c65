using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A pin with its picture and all its texts, as people will see it.</summary>
public partial class PinCard
{
    /// <summary>Where its picture is; null shows a plain field.</summary>
    [Parameter, EditorRequired]
    public string? Source { get; set; }

    /// <summary>Shown under the picture.</summary>
    [Parameter, EditorRequired]
    public string? Title { get; set; }

    /// <summary>The longer text.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>For people who cannot see the picture.</summary>
    [Parameter]
    public string? Alt { get; set; }

    /// <summary>Where a click leads.</summary>
    [Parameter]
    public string? Link { get; set; }

    /// <summary>More facts, each as <c>dt</c> and <c>dd</c>.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // A link to anything else is only shown.
    private bool IsWeb => Uri.TryCreate(Link, UriKind.Absolute, out var link) && (link.Scheme is "http" or "https");
}
