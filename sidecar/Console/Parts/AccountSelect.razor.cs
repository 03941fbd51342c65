using Connector.Accounts;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>The account that a form is about.</summary>
public partial class AccountSelect
{
    /// <summary>Those that can be chosen.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Account> Accounts { get; set; } = [];

    /// <summary>The chosen one's id.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The field's, different from every other on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";
}
