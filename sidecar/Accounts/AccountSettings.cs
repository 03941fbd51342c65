using System.Runtime.CompilerServices;
using System.Text.Json;
using Connector.Http;
using Connector.Pacing;

namespace Connector.Accounts;

/// <summary>How an account publishes.</summary>
public sealed record AccountSettings : CadenceSettings
{
    /// <summary>Whether links get one query parameter (pin_ref) by which a pin whose answer was lost is found again exactly.</summary>
    public bool LinkMarker { get; init; } = true;

    /// <summary>Whether pictures that Pinterest does not take, such as WebP, are made JPEG or PNG; false has them refused.</summary>
    public bool ConvertImages { get; init; } = true;

    /// <summary>
    /// Whether each new pin waits (awaiting_approval) until a key with the scope approve lets it go. Switched on, it is asked of pins
    /// accepted from then on; switched off, pins that wait go on waiting until they are approved or rejected.
    /// </summary>
    public bool RequireApproval { get; init; }

    /// <summary>
    /// Where approval is required: whether a change of what a pin shows, where it goes or when asks for approval again; priority and
    /// metadata never do.
    /// </summary>
    public bool ApprovalAfterEdit { get; init; } = true;

    // Rows are cached, and every accepted pin asks for its account's settings.
    private static readonly ConditionalWeakTable<AccountRow, AccountSettings> Known = [];

    internal static AccountSettings From(AccountRow row) => Known.GetValue(row, Read);

    private static AccountSettings Read(AccountRow row) => JsonSerializer.Deserialize<AccountSettings>(row.Settings, Json.Options)!;

    internal string Store() => JsonSerializer.Serialize(this, Json.Options);
}
