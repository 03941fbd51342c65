namespace Connector.Http;

/// <summary>One page of a list; <c>next_cursor</c> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>Cuts a page out of a query that asked for one row more than the limit.</summary>
    internal static Page<T> Of<TRow>(List<TRow> rows, int limit, Func<TRow, string> id, Func<TRow, T> show) => new(
        [.. rows.Take(limit).Select(show)],
        rows.Count > limit ? id(rows[limit - 1]) : null);
}
