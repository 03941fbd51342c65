using Connector.Accounts;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>Whose account it is, when its tokens end, and what cannot be done with it.</summary>
public partial class TokenFacts
{
    /// <summary>Which account.</summary>
    [Parameter, EditorRequired]
    public Account Account { get; set; } = null!;

    private string RefreshMissing =>
        Account.Grant == AccountGrant.ClientCredentials ? "there is none: the app asks for a new access token" : "not known";

    private string Lacking =>
        string.Join(", ", Account.Capabilities.Where(one => !one.Available).Select(one => one.Name.Replace('_', ' ')));
}
