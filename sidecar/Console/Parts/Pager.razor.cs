using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Leads to the next page of a list, with the same filters.</summary>
public partial class Pager
{
    /// <summary>As the API gives it; null on the last page.</summary>
    [Parameter, EditorRequired]
    public string? NextCursor { get; set; }

    /// <summary>The name of the value in the address.</summary>
    [Parameter]
    public string Name { get; set; } = "cursor";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    private bool IsLater => Http.Request.Query.ContainsKey(Name);
}
