namespace Connector.Pins;

/// <summary>The states of a pin; the CHECK constraints allow these.</summary>
internal static class PinStatus
{
    /// <summary>Somebody has to approve it before anything else happens with it.</summary>
    public const string AwaitingApproval = "awaiting_approval";

    /// <summary>Its time has not come.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>It is published as soon as its account's pace allows.</summary>
    public const string Queued = "queued";

    /// <summary>It is with Pinterest now; exactly one attempt of it is open.</summary>
    public const string Publishing = "publishing";

    /// <summary>Pinterest has it and gave it an id. Final.</summary>
    public const string Published = "published";

    /// <summary>Pinterest refused it for good. Final, until somebody retries it.</summary>
    public const string Failed = "failed";

    /// <summary>It may or may not be on Pinterest; it is never sent again by itself. Final, until somebody resolves it.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>Canceled before it was published. Final.</summary>
    public const string Canceled = "canceled";

    public static readonly IReadOnlyList<string> All =
        [AwaitingApproval, Scheduled, Queued, Publishing, Published, Failed, Unconfirmed, Canceled];

    public static bool IsFinal(string status) => status is Published or Failed or Unconfirmed or Canceled;

    /// <summary>May still be edited or canceled.</summary>
    public static bool IsWaiting(string status) => status is AwaitingApproval || IsInQueue(status);

    /// <summary>Nobody has to do anything for it to be published.</summary>
    public static bool IsInQueue(string status) => status is Scheduled or Queued;
}

/// <summary>Sets of statuses, as SQL writes them after <c>in</c>; indexes are limited to the same sets.</summary>
internal static class PinStatusSets
{
    /// <summary>The same as <see cref="PinStatus.IsWaiting"/>.</summary>
    public const string Waiting = $"('{PinStatus.AwaitingApproval}', '{PinStatus.Scheduled}', '{PinStatus.Queued}')";

    /// <summary>The same as <see cref="PinStatus.IsInQueue"/>.</summary>
    public const string InQueue = $"('{PinStatus.Scheduled}', '{PinStatus.Queued}')";

    /// <summary>The same as <see cref="PinStatus.IsFinal"/>.</summary>
    public const string Final = $"('{PinStatus.Published}', '{PinStatus.Failed}', '{PinStatus.Unconfirmed}', '{PinStatus.Canceled}')";
}
