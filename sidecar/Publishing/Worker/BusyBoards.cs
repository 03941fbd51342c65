using Connector.Pacing;

namespace Connector.Publishing.Worker;

/// <summary>The boards that an account publishes to: one attempt each, and several may choose their next pin at once.</summary>
internal sealed class BusyBoards
{
    private readonly Lock _gate = new();

    // One may be there twice: a pin can be edited to another board between its choice and its claim.
    private readonly List<string> _boards = [];

    public int Count
    {
        get
        {
            lock (_gate) return _boards.Count;
        }
    }

    /// <summary>Chooses a pin for a board that is not busy, which is from then on.</summary>
    /// <param name="choose">Is told which boards are busy.</param>
    /// <param name="freed">The board of the attempt that ends, and that is free again if a pin is chosen.</param>
    public PacedPin? Take(Func<IReadOnlyCollection<string>, PacedPin?> choose, string? freed = null)
    {
        lock (_gate)
        {
            List<string> busy = [.. _boards];
            if (freed is not null) busy.Remove(freed);
            if (choose(busy) is not { } pin) return null;

            if (freed is not null) _boards.Remove(freed);
            _boards.Add(pin.BoardId);
            return pin;
        }
    }

    /// <summary>The attempt publishes to another board than was chosen.</summary>
    public void Move(string from, string to)
    {
        lock (_gate)
        {
            _boards.Remove(from);
            _boards.Add(to);
        }
    }

    public void Free(string board)
    {
        lock (_gate) _boards.Remove(board);
    }
}
