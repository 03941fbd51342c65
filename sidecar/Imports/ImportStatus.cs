namespace Connector.Imports;

/// <summary>The states of an import; the CHECK constraint allows these.</summary>
internal static class ImportStatus
{
    /// <summary>Its file is stored, and no row of it is worked yet.</summary>
    public const string Queued = "queued";

    /// <summary>Its rows are worked, or it waits for what waiting_for says.</summary>
    public const string Running = "running";

    /// <summary>Every row was worked, and none was wrong. Final.</summary>
    public const string Completed = "completed";

    /// <summary>Every row was worked, and some were wrong. Final.</summary>
    public const string CompletedWithErrors = "completed_with_errors";

    /// <summary>It cannot go on; what was done stays. Final.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody canceled it; what was done stays. Final.</summary>
    public const string Canceled = "canceled";

    public static readonly IReadOnlyList<string> All = [Queued, Running, Completed, CompletedWithErrors, Failed, Canceled];

    public static bool IsFinal(string status) => status is Completed or CompletedWithErrors or Failed or Canceled;
}
