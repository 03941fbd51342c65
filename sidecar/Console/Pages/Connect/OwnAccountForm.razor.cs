using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Connect;

/// <summary>Connects the account of the app's owner without consent in a browser, and says before what it will not be able to do.</summary>
public partial class OwnAccountForm
{
    /// <summary>The environment that is proposed.</summary>
    [Parameter, EditorRequired]
    public string Chosen { get; set; } = "";

    /// <summary>Whether it was refused just now, and is to be seen.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>What the page does when it is sent.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnPost { get; set; }

    private string Body => new JsonObject { ["grant"] = "client_credentials", ["environment"] = Chosen }.ToJsonString();
}
