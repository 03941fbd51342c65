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
}
