using Connector.Accounts;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Chooses an account; the choice is <c>account</c> in the address. Not shown where there is one account only.</summary>
public partial class AccountPicker
{
    /// <summary>Those that the caller sees.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Account> Accounts { get; set; } = [];

    /// <summary>The chosen one's id; null for all.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Whether all accounts may be shown together.</summary>
    [Parameter]
    public bool MayBeAll { get; set; } = true;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;
}
