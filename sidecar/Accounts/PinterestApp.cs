using Connector.Http;

namespace Connector.Accounts;

/// <summary>The Pinterest app that accounts are connected with; never its secret.</summary>
public sealed record PinterestApp
{
    /// <summary>Pinterest's id of the app; null when none is set.</summary>
    public string? AppId { get; init; }
    /// <summary>trial or standard: what Pinterest has given the app.</summary>
    [OneOf("AccessTier", "trial", "standard")]
    public string? AccessTier { get; init; }
    /// <summary>settings (they win), or stored when it was entered here; null when none is set.</summary>
    [OneOf("AppSource", "settings", "stored")]
    public string? Source { get; init; }
    /// <summary>
    /// Whether Pinterest has approved the app, known right after it was entered; false: every call is refused until Pinterest has.
    /// </summary>
    public bool? Approved { get; init; }
    /// <summary>Copy this literally into the field Redirect URIs of the app at Pinterest.</summary>
    public required string RedirectUri { get; init; }
    /// <summary>Apps that were entered here, the current one first: accounts go on with the app that they were connected with.</summary>
    public required IReadOnlyList<StoredApp> StoredApps { get; init; }
}

/// <summary>An app that was entered here.</summary>
public sealed record StoredApp(
    string AppId, [property: OneOf("AccessTier", "trial", "standard")] string AccessTier, bool IsCurrent);
