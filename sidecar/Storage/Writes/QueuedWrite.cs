namespace Connector.Storage.Writes;

/// <summary>A queued write, and the caller that waits for its commit.</summary>
internal abstract class QueuedWrite(WriteKind kind)
{
    protected Exception? Error { get; private set; }

    /// <summary>It goes before those that are not.</summary>
    public bool IsAccept => kind is WriteKind.Accept or WriteKind.PlainAccept;

    /// <summary>What fails of it undoes itself.</summary>
    public bool IsPlain => kind == WriteKind.PlainAccept;

    /// <summary>What it does: writes that do the same can run in one call.</summary>
    public abstract object Work { get; }

    public abstract void Run(Sql sql);

    /// <summary>Runs it with others that do the same.</summary>
    /// <param name="sql">The connection.</param>
    /// <param name="same">It and the others.</param>
    public virtual void RunWith(Sql sql, IReadOnlyList<QueuedWrite> same)
    {
        foreach (var write in same) write.Run(sql);
    }

    public void Fail(Exception error) => Error = error;

    /// <summary>Answers the caller; called after the commit.</summary>
    public abstract void Complete();
}

/// <inheritdoc/>
internal abstract class QueuedWrite<T>(WriteKind kind) : QueuedWrite(kind)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _done.Task;

    protected T Result { get; set; } = default!;

    public override void Complete()
    {
        if (Error is null) _done.SetResult(Result);
        else _done.SetException(Error);
    }
}

/// <summary>A queued write that runs by itself.</summary>
internal sealed class SingleWrite<T>(Func<Sql, T> write, WriteKind kind) : QueuedWrite<T>(kind)
{
    public override object Work => write;

    public override void Run(Sql sql) => Result = write(sql);
}

/// <summary>A queued write of one thing, that can be written in one call with others.</summary>
internal sealed class ItemWrite<TItem, TResult>(Func<Sql, IReadOnlyList<TItem>, IReadOnlyList<TResult>> write, TItem item)
    : QueuedWrite<TResult>(WriteKind.PlainAccept)
{
    public override object Work => write;

    public override void Run(Sql sql) => RunWith(sql, [this]);

    public override void RunWith(Sql sql, IReadOnlyList<QueuedWrite> same)
    {
        var all = same.Cast<ItemWrite<TItem, TResult>>().ToList();
        foreach (var (one, result) in all.Zip(write(sql, all.ConvertAll(each => each.Item)))) one.Result = result;
    }

    private TItem Item => item;
}
