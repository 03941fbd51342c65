namespace Connector.Publishing.Reconciliation;

/// <summary>
/// What was last read of a board. It serves every lookup that was due before it began, so that a thousand pins of unknown outcome after a
/// restore do not read their board a thousand times.
/// </summary>
internal sealed class BoardReadingCache(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private Kept? _kept;

    /// <summary>The last reading where it serves, else a new one.</summary>
    /// <param name="search">What is looked for.</param>
    /// <param name="due">When this lookup was due.</param>
    /// <param name="read">Reads anew.</param>
    public async Task<BoardReading> OfAsync(PinSearch search, DateTimeOffset due, Func<Task<BoardReading>> read)
    {
        if (_kept is { } kept && kept.At >= due && kept.Serves(search) && clock.GetElapsedTime(kept.Began) < Fresh) return kept.Reading;

        var (at, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        _kept = null;
        var reading = await read();
        _kept = new Kept(search, at, began, reading);
        return reading;
    }

    /// <summary>Nothing is due: a board's pins are not ours to keep.</summary>
    public void Forget() => _kept = null;

    private sealed record Kept(PinSearch Search, DateTimeOffset At, long Began, BoardReading Reading)
    {
        public bool Serves(PinSearch other) =>
            (Search.BoardId, Search.SectionId, Search.AdAccountId) == (other.BoardId, other.SectionId, other.AdAccountId)
            && Search.Since <= other.Since;
    }
}
