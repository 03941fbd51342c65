namespace Connector.Storage;

/// <summary>What an engine reads differently. SQL is written as SQLite reads it; most of it is the same for every engine.</summary>
internal abstract class Dialect
{
    /// <summary>As in the name of a script for this engine: 0013_lists.postgres.sql is read instead of 0013_lists.sql.</summary>
    public abstract string Name { get; }

    /// <summary>A statement as this engine reads it.</summary>
    public abstract string Statement(string text);

    /// <summary>The values for its parameters.</summary>
    public abstract object? Arguments(object? args);

    /// <summary>At the end of a query: rows that another process has in hand are passed over, where there can be any.</summary>
    public abstract string SkipLocked { get; }

    public abstract bool HasTable(Sql sql, string name);

    /// <summary>A script that changes the schema, as this engine reads it.</summary>
    public abstract string Script(string text);
}
