namespace Connector.Storage.Writes;

/// <summary>A queued write, and the caller that waits for its commit.</summary>
internal abstract class QueuedWrite(WriteKind kind)
{
    protected Exception? Error { get; private set; }

    /// <summary>It goes before those that are not.</summary>
    public bool IsAccept => kind is WriteKind.Accept or WriteKind.PlainAccept;

    /// <summary>What fails of it undoes itself.</summary>
    public bool IsPlain => kind == WriteKind.PlainAccept;

    public abstract void Run(Sql sql);

    public void Fail(Exception error) => Error = error;

    /// <summary>Answers the caller; called after the commit.</summary>
    public abstract void Complete();
}

/// <inheritdoc/>
internal sealed class QueuedWrite<T>(Func<Sql, T> write, WriteKind kind) : QueuedWrite(kind)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(Sql sql) => _result = write(sql);

    public override void Complete()
    {
        if (Error is null) _done.SetResult(_result);
        else _done.SetException(Error);
    }
}
