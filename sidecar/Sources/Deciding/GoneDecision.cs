using Connector.Sources.Store;

namespace Connector.Sources.Deciding;

/// <summary>Decides which items are gone: those that were missing in two whole reads after each other.</summary>
internal static class GoneDecision
{
    /// <summary>So many at once are named one by one; more are told together.</summary>
    public const int MostNamed = 100;

    private const int FewAtLeast = 10;

    // One file that is cut, or wrong for an hour, is no reason to ask anybody.
    private const int Reads = 2;

    /// <param name="missing">The items with pins that the source does not have now.</param>
    /// <param name="all">How many items with pins it had.</param>
    /// <param name="now">When it was read.</param>
    public static MissingItems Of(IEnumerable<SourceItemRow> missing, long all, DateTimeOffset now)
    {
        var rows = missing.Where(row => row.State != SourceItemState.Gone).Select(row => Missing(row, now)).ToList();
        var gone = rows.FindAll(row => row.State == SourceItemState.Gone);
        return new MissingItems(rows, gone, AreTogether(gone.Count, all));
    }

    /// <summary>Whether so many vanish that it is probably the source that is wrong.</summary>
    public static bool AreTogether(int gone, long all) => gone > MostNamed || (gone > FewAtLeast && gone * 2L > all);

    private static SourceItemRow Missing(SourceItemRow row, DateTimeOffset now) => row.Missing + 1 < Reads
        ? row with { Missing = row.Missing + 1 }
        : row with { Missing = row.Missing + 1, State = SourceItemState.Gone, StateBefore = row.State, ChangedAt = now };
}
