using Connector.Accounts;
using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>Until somebody has approved a pin, and back when an edit asks again.</summary>
internal sealed partial class PinTransitions
{
    private const string Unapproved = "needs_approval = 1 and approved_at is null";

    private const string IsAwaitingApproval = $"id = @pinId and status = '{PinStatus.AwaitingApproval}'";

    /// <summary>Lets a pin go, at its time or now, in the place that it has; null when it does not await approval.</summary>
    public static PinRow? Approve(Sql sql, string pinId, string by, DateTimeOffset now) =>
        Change(sql, $"{DueAgain}, approved_by = @by, approved_at = @now", IsAwaitingApproval, new { pinId, by, now })
            ? Find(sql, pinId)
            : null;

    /// <summary>Cancels a pin that somebody did not approve; null when it does not await approval.</summary>
    public PinRow? Reject(Sql sql, string pinId, PinError error, DateTimeOffset now)
    {
        var args = new { pinId, error.Code, error.Message, error.Remediation, error.Retryable, now };
        return Change(sql, $"status = '{PinStatus.Canceled}', {WithError}", IsAwaitingApproval, args) ? End(sql, pinId, now) : null;
    }

    /// <summary>Writes what an edit changed of a waiting pin; where its account or the edit asks for that, it has to be approved
    /// again.</summary>
    public PinRow Edit(Sql sql, PinRow before, PinRow edited, bool awaitsApproval, DateTimeOffset now)
    {
        if (before.Status == PinStatus.AwaitingApproval
            || !IsAnother(before, edited)
            || !(awaitsApproval || AsksAgain(sql, edited.AccountId)))
        {
            PinStatement.Edit.Run(sql, edited);
            return edited;
        }

        PinStatement.Edit.Run(sql, edited with
        {
            Status = PinStatus.AwaitingApproval,
            NeedsApproval = true,
            ApprovedBy = null,
            ApprovedAt = null,
            WaitCode = null,
            WaitMessage = null,
        });
        // Nobody knows when it goes now, and Pinterest does not keep an uploaded video for long.
        Change(sql, "media_id = null, wait_until = null", IsAwaitingApproval, new { pinId = edited.Id, now });
        var asked = Find(sql, edited.Id);
        released(sql, asked);
        PinEvents.WriteAwaiting(sql, asked, now);
        return asked;
    }

    /// <summary>Whether the edit changed what the pin shows, where it goes, or when its caller wants it.</summary>
    private static bool IsAnother(PinRow before, PinRow edited) => edited with
    {
        Status = before.Status,
        Priority = before.Priority,
        Metadata = before.Metadata,
        DueAt = before.DueAt,
        PlaceAt = before.PlaceAt,
        WaitCode = before.WaitCode,
        WaitMessage = before.WaitMessage,
        UpdatedAt = before.UpdatedAt,
    } != before;

    private static bool AsksAgain(Sql sql, string accountId) =>
        AccountSettings.From(AccountStore.Current(sql, accountId)) is { RequireApproval: true, ApprovalAfterEdit: true };
}
