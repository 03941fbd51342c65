using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>What was refused and what to do about it, with the request id that the log has.</summary>
public partial class ProblemMessage
{
    /// <summary>Nothing is shown for null.</summary>
    [Parameter, EditorRequired]
    public Problem? Problem { get; set; }

    /// <summary>Whether the page has the problem's title already.</summary>
    [Parameter]
    public bool IsTitled { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>Whether the detail says already what the only wrong field would.</summary>
    private bool IsSaid => Problem?.Errors is { Count: 1 } errors && errors.First().Value is [var only]
        && Problem.Detail.Contains(only, StringComparison.Ordinal);
}
