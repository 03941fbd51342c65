using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>One field of a form: its label, what is typed, a hint, and beside it what was refused about it.</summary>
public partial class FormField
{
    /// <summary>As in the request of the API, such as <c>link_url</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What people call it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it holds.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>What belongs into it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>For a text of several lines, how many are shown.</summary>
    [Parameter]
    public int Rows { get; set; }

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>Further attributes, such as <c>type</c> and <c>maxlength</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? More { get; set; }

    private string Id => FieldError.IdOf(Name);

    private string? Described => FieldError.Describe(Name, Problem, Hint is not null);

    private string? Invalid => FieldError.Of(Problem, Name) is null ? null : "true";
}
