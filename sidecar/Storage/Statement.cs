namespace Connector.Storage;

/// <summary>
/// A statement that stays prepared on its connection, for what runs with every pin: values are bound by position and rows read by hand.
/// </summary>
/// <remarks>
/// Its parameters are $1, $2 and so on, in the order in which the text has them first: every engine reads that alike. One run has to end
/// before the next of the same statement begins.
/// </remarks>
internal abstract class Statement : IDisposable
{
    public abstract Statement Bind(string? value);

    public abstract Statement Bind(long? value);

    public abstract Statement Bind(byte[]? value);

    public Statement Bind(DateTimeOffset? value) => Bind(value?.ToUnixTimeMilliseconds());

    /// <summary>Runs it with what was bound; returns how many rows it changed.</summary>
    public abstract int Run();

    /// <summary>Runs it and reads each row.</summary>
    public List<T> Query<T>(Func<Statement, T> read)
    {
        var all = new List<T>();
        try
        {
            while (Next()) all.Add(read(this));
        }
        finally
        {
            Reset();
        }

        return all;
    }

    /// <summary>
    /// Adds a row for each of them, all by one statement where the engine gains by it; returns how many were added, which may be fewer
    /// where the text does nothing on conflict.
    /// </summary>
    /// <remarks>The text inserts one row, of parameters alone: <c>values ($1, $2)</c>.</remarks>
    /// <param name="items">They are added in their order.</param>
    /// <param name="bind">Binds the values of one.</param>
    public virtual int InsertEach<TItem>(IReadOnlyList<TItem> items, Action<Statement, TItem> bind)
    {
        var added = 0;
        foreach (var item in items)
        {
            bind(Again(), item);
            added += Run();
        }

        return added;
    }

    /// <summary>Reads the rows for each of them, with one way to the server where there is one.</summary>
    /// <param name="items">They run in their order.</param>
    /// <param name="bind">Binds the values of one.</param>
    /// <param name="read">Reads one row.</param>
    public virtual IReadOnlyList<List<T>> QueryEach<TItem, T>(
        IReadOnlyList<TItem> items, Action<Statement, TItem> bind, Func<Statement, T> read)
    {
        var all = new List<T>[items.Count];
        for (var i = 0; i < all.Length; i++)
        {
            bind(Again(), items[i]);
            all[i] = Query(read);
        }

        return all;
    }

    /// <summary>The first row, or default when there is none.</summary>
    public T? Find<T>(Func<Statement, T> read)
    {
        try
        {
            return Next() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The row that a change returns, or default when it changed nothing; it is run to its end.</summary>
    public T? Changed<T>(Func<Statement, T> read)
    {
        try
        {
            if (!Next()) return default;

            var row = read(this);
            while (Next()) { }
            return row;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>A column of the present row, counted from 0.</summary>
    public abstract string? Text(int column);

    /// <inheritdoc cref="Text"/>
    public abstract long? Number(int column);

    /// <inheritdoc cref="Text"/>
    public DateTimeOffset? Time(int column) => Number(column) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    public abstract void Dispose();

    /// <summary>Begins to bind anew.</summary>
    internal abstract Statement Again();

    protected abstract bool Next();

    protected abstract void Reset();
}
