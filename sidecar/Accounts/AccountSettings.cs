using System.Text.Json;
using Connector.Api;

namespace Connector.Accounts;

/// <summary>How an account publishes.</summary>
public sealed record AccountSettings
{
    /// <summary>Whether links get one query parameter (pin_ref) by which a pin whose answer was lost is found again exactly.</summary>
    public bool LinkMarker { get; init; } = true;

    internal static AccountSettings From(AccountRow row) => JsonSerializer.Deserialize<AccountSettings>(row.Settings, Json.Options)!;

    internal AccountSettings With(AccountSettingsChange change) => this with { LinkMarker = change.LinkMarker ?? LinkMarker };

    internal string Store() => JsonSerializer.Serialize(this, Json.Options);
}

/// <summary>Settings to change; one left out stays as it is.</summary>
public sealed record AccountSettingsChange
{
    /// <summary>Whether links get the parameter pin_ref.</summary>
    public bool? LinkMarker { get; init; }
}
