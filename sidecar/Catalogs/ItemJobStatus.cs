namespace Connector.Catalogs;

/// <summary>The states of a job of items; the CHECK constraint allows these.</summary>
internal static class ItemJobStatus
{
    /// <summary>It is stored, and nothing of it is sent yet.</summary>
    public const string Queued = "queued";

    /// <summary>It is being sent, Pinterest works it, or it waits for what waiting_for says.</summary>
    public const string Processing = "processing";

    /// <summary>Every item succeeded. Final.</summary>
    public const string Completed = "completed";

    /// <summary>Every item has a result, and not each succeeded. Final.</summary>
    public const string CompletedWithErrors = "completed_with_errors";

    /// <summary>Pinterest takes none of it, or it cannot go on. Final.</summary>
    public const string Failed = "failed";

    public static readonly IReadOnlyList<string> All = [Queued, Processing, Completed, CompletedWithErrors, Failed];
}

/// <summary>What became of an item; the CHECK constraint allows these.</summary>
internal static class ItemResultStatus
{
    /// <summary>It is not sent yet, or Pinterest still works it.</summary>
    public const string Waiting = "waiting";

    public const string Succeeded = "succeeded";

    /// <summary>Pinterest refused it; errors say why.</summary>
    public const string Failed = "failed";

    /// <summary>It was sent, or may have been, and what became of it cannot be known.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>It was never sent, because the job had failed before.</summary>
    public const string NotSent = "not_sent";

    public static readonly IReadOnlyList<string> All = [Waiting, Succeeded, Failed, Unconfirmed, NotSent];
}

/// <summary>What Pinterest can do with items.</summary>
internal static class ItemOperation
{
    public const string Create = "create";
    public const string Update = "update";
    public const string Upsert = "upsert";
    public const string Delete = "delete";

    public static readonly IReadOnlyList<string> All = [Create, Update, Upsert, Delete];
}
