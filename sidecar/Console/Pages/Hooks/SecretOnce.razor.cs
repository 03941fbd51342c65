using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Hooks;

/// <summary>A secret in the answer to the form that made it, which is kept nowhere.</summary>
public partial class SecretOnce
{
    /// <summary>What was made.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What each secret is for.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Name, string Text)> Texts { get; set; } = [];
}
