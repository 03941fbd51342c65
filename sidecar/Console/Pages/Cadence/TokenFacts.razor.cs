using Connector.Accounts;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>Whose account it is, and when its tokens end.</summary>
public partial class TokenFacts
{
    /// <summary>Which account.</summary>
    [Parameter, EditorRequired]
    public Account Account { get; set; } = null!;
}
