using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>What went wrong, and what to do.</summary>
public partial class ProblemPage
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public Problem Problem { get; set; } = null!;
}
