using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Hooks;

/// <summary>Check boxes of one name.</summary>
public partial class ManyOf
{
    /// <summary>The field.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is chosen.</summary>
    [Parameter, EditorRequired]
    public string Legend { get; set; } = "";

    /// <summary>What none means.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Each value with what people read.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<(string Value, string Label)> Choices { get; set; } = [];

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>The chosen values.</summary>
    [Parameter]
    public IReadOnlyCollection<string> Chosen { get; set; } = [];
}
