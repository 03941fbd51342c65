namespace Connector.Crash.Power;

/// <summary>A file as it was last synced, and the later changes that may or may not have reached the disk.</summary>
internal sealed class TracedFile
{
    // A disk writes a sector or it does not; nothing larger is sure to stay together.
    private const int Sector = 512;

    private readonly List<Change> _pending = [];
    private readonly Image _surely = new();

    /// <summary>Its name surely is in the folder.</summary>
    public bool IsNamed { get; set; }

    public void Write(long offset, byte[] bytes) => _pending.Add(new Change(offset, bytes));

    public void Resize(long length) => _pending.Add(new Change(length, null));

    public void Sync()
    {
        foreach (var change in _pending) change.On(_surely);
        _pending.Clear();
    }

    /// <summary>
    /// Applies a random share of the pending changes, each write torn into sectors; in one of two cuts in random order, else in the order
    /// in which they were made.
    /// </summary>
    public Image Cut(double share, Random random)
    {
        var reached = _pending.SelectMany(Torn).Where(_ => random.NextDouble() < share).ToArray();
        if (random.Next(2) == 0) random.Shuffle(reached);

        var left = _surely.Copy();
        foreach (var change in reached) change.On(left);
        return left;
    }

    private static IEnumerable<Change> Torn(Change change)
    {
        if (change.Bytes is not { } bytes)
        {
            yield return change;
            yield break;
        }

        for (var from = 0; from < bytes.Length;)
        {
            var length = (int)Math.Min(bytes.Length - from, Sector - (change.At + from) % Sector);
            yield return new Change(change.At + from, bytes.Slice(from, length));
            from += length;
        }
    }

    /// <summary>Bytes at an offset, or without any a new length.</summary>
    private readonly record struct Change(long At, ReadOnlyMemory<byte>? Bytes)
    {
        public void On(Image file)
        {
            if (Bytes is { } bytes) file.Write(At, bytes.Span);
            else file.Resize(At);
        }
    }
}
