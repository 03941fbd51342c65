using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A short list of pins: picture, title, account, why it waits, and one time.</summary>
public partial class PinLines
{
    /// <summary>In the order they are shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Pin> Pins { get; set; } = [];

    /// <summary>The time that matters here, such as when it went out.</summary>
    [Parameter, EditorRequired]
    public Func<Pin, DateTimeOffset?> When { get; set; } = null!;

    /// <summary>The name of a pin's account.</summary>
    [Parameter, EditorRequired]
    public Func<Pin, string> NameOf { get; set; } = null!;

    /// <summary>The zone of a pin's account.</summary>
    [Parameter, EditorRequired]
    public Func<Pin, string?> ZoneOf { get; set; } = null!;

    /// <summary>Shown when there are none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
