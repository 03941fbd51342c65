namespace Connector.Sources;

/// <summary>What became of an item of a source; the CHECK constraint allows these.</summary>
internal static class SourceItemState
{
    /// <summary>It was there before the time that the source starts at: it makes no pin.</summary>
    public const string Old = "old";

    /// <summary>The source made its pin, whatever became of that.</summary>
    public const string Pinned = "pinned";

    /// <summary>An import or another source had made its pin before: this source changes nothing about it.</summary>
    public const string Existing = "existing";

    /// <summary>Something is wrong with it, so that it has no pin; it is tried again when the file changes.</summary>
    public const string Failed = "failed";

    /// <summary>A rule of the map leaves it out.</summary>
    public const string Skipped = "skipped";

    /// <summary>Its source does not have it any more; its pin is as it was.</summary>
    public const string Gone = "gone";

    public static readonly IReadOnlyList<string> All = [Old, Pinned, Existing, Failed, Skipped, Gone];
}
