namespace Connector.Outgoing.Transfer;

/// <summary>The time limit of a whole exchange, from the look-up of the name to the last byte.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timeout, _linked;

    public Deadline(TimeSpan time, TimeProvider clock, CancellationToken caller)
    {
        (_time, _caller) = (time, caller);
        _timeout = new CancellationTokenSource(time, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, caller);
    }

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Why there was no answer.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public OutgoingException Explain(Exception failed, Uri uri)
    {
        _caller.ThrowIfCancellationRequested();
        return _timeout.IsCancellationRequested ? OutgoingFailure.TimedOut(uri, _time) : OutgoingFailure.Explain(failed, uri);
    }

    /// <summary>Why the answer ended before its end.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public OutgoingException ExplainEnd(Uri uri)
    {
        _caller.ThrowIfCancellationRequested();
        return new OutgoingException(_timeout.IsCancellationRequested
            ? $"{uri.Authority} had not sent the whole file after {_time.TotalSeconds:0.###} seconds."
            : $"{uri.Authority} broke off in the middle of the file.");
    }

    public void Dispose()
    {
        _linked.Dispose();
        _timeout.Dispose();
    }
}
