namespace Connector.Storage;

/// <summary>How a write shares the disk with others.</summary>
internal enum WriteKind
{
    /// <summary>It waits behind those for which a caller waits.</summary>
    Usual,

    /// <summary>A caller waits for it, and many callers at once: it goes before the usual ones.</summary>
    Accept,

    /// <summary>
    /// The same, and after its first change nothing can fail but the database itself. A failing statement undoes itself, so it needs no
    /// savepoint, for which SQLite would copy each page that it changes; it writes no event, so it may be committed beside others.
    /// </summary>
    PlainAccept,

    /// <summary>
    /// It waits for no other write. Where several processes write, it is read committed: each of its statements sees what was committed
    /// before that statement.
    /// </summary>
    Apart,

    /// <summary>It changes the schema: several processes do so one after the other, and each sees what the last one did.</summary>
    Schema,
}
