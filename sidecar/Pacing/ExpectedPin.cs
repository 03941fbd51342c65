namespace Connector.Pacing;

/// <summary>A pin of a queue, and when it is expected to go; ordered by that time.</summary>
internal readonly record struct ExpectedPin(DateTimeOffset At, string Id, string BoardId) : IComparable<ExpectedPin>
{
    public int CompareTo(ExpectedPin other) => CompareTo(other.At, other.Id);

    /// <summary>The index of the first of them that goes at that time or later, and whose id is not smaller at the same time.</summary>
    public static int FirstFrom(IReadOnlyList<ExpectedPin> inOrder, DateTimeOffset at, string id = "")
    {
        var (low, high) = (0, inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (inOrder[middle].CompareTo(at, id) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int CompareTo(DateTimeOffset at, string id) => At.CompareTo(at) is not 0 and var order ? order : string.CompareOrdinal(Id, id);
}
