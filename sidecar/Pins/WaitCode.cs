namespace Connector.Pins;

/// <summary>Why a pin is not published yet, for programs.</summary>
internal static class WaitCode
{
    /// <summary>Somebody has to approve it.</summary>
    public const string Approval = "approval";

    /// <summary>Its time has not come.</summary>
    public const string PublishAt = "publish_at";

    /// <summary>Its season has not begun.</summary>
    public const string Season = "season";

    /// <summary>Its account's pace does not allow it yet.</summary>
    public const string Pace = "pace";

    /// <summary>Its account is held.</summary>
    public const string AccountHold = "account_hold";

    /// <summary>Pinterest blocks links to its domain.</summary>
    public const string LinkHold = "link_hold";

    /// <summary>It is tried again later.</summary>
    public const string Backoff = "backoff";

    /// <summary>Its video is not ready at Pinterest.</summary>
    public const string MediaProcessing = "media_processing";

    /// <summary>Its request is with Pinterest.</summary>
    public const string Publishing = "publishing";

    /// <summary>The outcome of its last attempt is unknown, and its board is read.</summary>
    public const string Reconciling = "reconciling";
}
