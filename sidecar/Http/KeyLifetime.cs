namespace Connector.Http;

/// <summary>How long an API key is good: what lasts in its name, such as a stream or a wait, ends when it is revoked.</summary>
/// <param name="revoked">Canceled when the key is revoked.</param>
/// <param name="began">Called when something begins that lasts.</param>
internal sealed class KeyLifetime(CancellationTokenSource revoked, Action began)
{
    private int _lasting;

    public bool IsRevoked => revoked.IsCancellationRequested;

    /// <summary>Whether something lasts in the key's name.</summary>
    public bool IsInUse => Volatile.Read(ref _lasting) > 0;

    /// <summary>Begins something that lasts until it is disposed of; its token ends with the key, or with one of these.</summary>
    public Use Begin(params ReadOnlySpan<CancellationToken> ends)
    {
        Interlocked.Increment(ref _lasting);
        began();
        return new Use(this, CancellationTokenSource.CreateLinkedTokenSource([revoked.Token, .. ends]));
    }

    /// <summary>Does what may last, and which ends with the key.</summary>
    /// <exception cref="ProblemException">The key was revoked.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken end)
    {
        using var use = Begin(end);
        try
        {
            return await work(use.Token);
        }
        catch (Exception) when (IsRevoked)
        {
            throw new ProblemException(Problems.OfStatus(401));
        }
    }

    // Not on this thread: what a token ends may run long.
    public void Revoke() => _ = revoked.CancelAsync();

    /// <summary>Something that lasts.</summary>
    internal sealed class Use(KeyLifetime key, CancellationTokenSource end) : IDisposable
    {
        public CancellationToken Token => end.Token;

        public void Dispose()
        {
            Interlocked.Decrement(ref key._lasting);
            end.Dispose();
        }
    }
}
