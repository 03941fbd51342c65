using Connector.Accounts;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Hooks;

/// <summary>The fields of a webhook.</summary>
public partial class WebhookFields
{
    // As many as a webhook can be limited to.
    private const int Most = 100;

    /// <summary>Where events are posted to.</summary>
    [Parameter]
    public string? Url { get; set; }

    /// <summary>For people.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The chosen events.</summary>
    [Parameter]
    public IReadOnlyCollection<string> Events { get; set; } = [];

    /// <summary>The chosen accounts.</summary>
    [Parameter]
    public IReadOnlyCollection<string> AccountIds { get; set; } = [];

    /// <summary>Those that the reader sees.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Account> Accounts { get; set; } = [];
}
