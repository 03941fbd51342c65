namespace Connector.Sources.Deciding;

/// <summary>Decides what follows from an item that a source has now, and what was known of it.</summary>
internal static class ItemDecision
{
    /// <param name="known">What was known of it; null when it is new.</param>
    /// <param name="seen">What the source says now.</param>
    /// <param name="start">How far back the first run goes.</param>
    /// <param name="isFirstRun">Whether the source was never read to its end.</param>
    public static ItemStep Of(SourceItemRow? known, SeenItem seen, SourceStart start, bool isFirstRun) => known switch
    {
        null => isFirstRun && !start.Reaches(seen.DatedAt) ? ItemStep.LeaveOld : OfPinless(null, seen),
        // What was changed since the time that the source starts at is within its reach; without such a time old items stay old.
        { State: SourceItemState.Old } => start.Since is not null && start.Reaches(seen.DatedAt) ? OfPinless(null, seen) : ItemStep.Stay,
        { State: SourceItemState.Failed or SourceItemState.Skipped } => OfPinless(known, seen),
        { State: SourceItemState.Gone } => HasChanged(known, known.StateBefore, seen) ? ItemStep.Edit : ItemStep.ComeBack,
        _ when HasChanged(known, known.State, seen) => ItemStep.Edit,
        { Missing: > 0 } => ItemStep.ComeBack,
        _ => ItemStep.Stay,
    };

    private static ItemStep OfPinless(SourceItemRow? known, SeenItem seen) =>
        seen.Content is not null ? ItemStep.Make
        : known is not null && known.State == seen.StateWithoutPin && known.Problem == seen.Problem ? ItemStep.Stay
        : ItemStep.LeaveOut;

    // An item that is sold out, or wrong, says nothing about the pin that it has.
    private static bool HasChanged(SourceItemRow known, string? state, SeenItem seen) =>
        state == SourceItemState.Pinned && seen.Content is not null && seen.Content != known.Content;
}

/// <summary>What follows from an item.</summary>
internal enum ItemStep
{
    /// <summary>Nothing: it is as it was.</summary>
    Stay,

    /// <summary>It was there before the source started.</summary>
    LeaveOld,

    /// <summary>It cannot become a pin, or a rule leaves it out.</summary>
    LeaveOut,

    /// <summary>It becomes a pin.</summary>
    Make,

    /// <summary>Its pin is changed, if that still waits.</summary>
    Edit,

    /// <summary>It was missing, and is there again as it was.</summary>
    ComeBack,
}
