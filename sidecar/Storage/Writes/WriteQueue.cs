using System.Diagnostics.CodeAnalysis;

namespace Connector.Storage.Writes;

/// <summary>The writes that wait for a writer: accepts before the others, each in the order in which they came.</summary>
/// <remarks>One lock for both: a writer asks for either, and must not miss one that comes while it looks at the other.</remarks>
internal sealed class WriteQueue
{
    private const int MostWaiting = 4096;

    private readonly object _gate = new();
    private readonly Queue<QueuedWrite> _accepts = new(), _others = new();
    private bool _isClosed;

    private int Count => _accepts.Count + _others.Count;

    /// <summary>False when too many wait, or none is taken any more.</summary>
    public bool TryAdd(QueuedWrite write)
    {
        lock (_gate)
        {
            if (_isClosed || Count >= MostWaiting) return false;
            (write.IsAccept ? _accepts : _others).Enqueue(write);
            if (Count == 1) Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Waits for a write; null when it is closed and nothing is left.</summary>
    /// <param name="isOnly">Whether no other waits.</param>
    public QueuedWrite? Wait(out bool isOnly)
    {
        lock (_gate)
        {
            while (Count == 0 && !_isClosed) Monitor.Wait(_gate);
            TryTake(true, out var write);
            isOnly = Count == 0;
            return write;
        }
    }

    /// <summary>Takes the next one that waits.</summary>
    /// <param name="others">Whether it may be one that is no accept.</param>
    /// <param name="write">The next one.</param>
    public bool TryTake(bool others, [NotNullWhen(true)] out QueuedWrite? write)
    {
        lock (_gate) return _accepts.TryDequeue(out write) || (others && _others.TryDequeue(out write));
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
