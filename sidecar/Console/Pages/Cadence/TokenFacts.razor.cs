using Connector.Accounts;
using Connector.Pinterest;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>Whose account it is, when its tokens end, and what cannot be done with it.</summary>
public partial class TokenFacts
{
    /// <summary>Which account.</summary>
    [Parameter, EditorRequired]
    public Account Account { get; set; } = null!;

    // The name of a simulated account is often its environment's.
    private string Whose => Account.Environment switch
    {
        PinterestEnvironment.Sandbox => $"{Account.Username}, in Pinterest's sandbox",
        PinterestEnvironment.Simulator => $"{Account.Username}, of the built-in simulator",
        _ => Account.Username,
    };

    private string RefreshMissing =>
        Account.Grant == AccountGrant.ClientCredentials ? "there is none: the app asks for a new access token" : "not known";

    private string Lacking =>
        string.Join(", ", Account.Capabilities.Where(one => !one.Available).Select(one => one.Name.Replace('_', ' ')));
}
