using System.Data.Common;
using Dapper;

namespace Connector.Storage;

/// <summary>
/// One connection inside a read or a write; parameters are the properties of an anonymous object. A truth that is stored is cast to an
/// integer, which it is for SQLite and not for PostgreSQL.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="dialect">What the engine reads differently.</param>
/// <param name="prepare">Prepares a statement on it.</param>
internal sealed class Sql(DbConnection connection, Dialect dialect, Func<string, Statement> prepare)
{
    private readonly Dictionary<string, Statement> _prepared = [];
    private readonly HashSet<string> _announced = [];

    public Dialect Dialect => dialect;

    /// <summary>For what one engine can do and the other cannot.</summary>
    public DbConnection Connection => connection;

    public List<T> Query<T>(string sql, object? args = null) =>
        connection.Query<T>(dialect.Statement(sql), dialect.Arguments(args)).AsList();

    /// <summary>The first row, or default when there is none.</summary>
    public T? Find<T>(string sql, object? args = null) =>
        connection.QueryFirstOrDefault<T>(dialect.Statement(sql), dialect.Arguments(args));

    /// <summary>Reads each row as it comes, however many there are and however long it takes.</summary>
    public void Each(string sql, Action<DbDataReader> read)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (dialect.Statement(sql), 0);
        using var rows = command.ExecuteReader();
        while (rows.Read()) read(rows);
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, object? args = null) => connection.Execute(dialect.Statement(sql), dialect.Arguments(args));

    /// <summary>Runs statements that change the schema.</summary>
    public void ExecuteScript(string script) => connection.Execute(dialect.Script(script));

    /// <summary>A statement that stays prepared, for what runs with every pin: there the mapper would cost most.</summary>
    public Statement Prepared(string sql) =>
        (_prepared.TryGetValue(sql, out var known) ? known : _prepared[sql] = prepare(dialect.Statement(sql))).Again();

    /// <summary>Notifies the listeners of <see cref="Database.Announced"/>, once this transaction is committed.</summary>
    public void Announce(string topic) => _announced.Add(topic);

    /// <summary>What was announced since the last call.</summary>
    public IReadOnlyList<string> TakeAnnounced()
    {
        if (_announced.Count == 0) return [];
        List<string> taken = [.. _announced];
        _announced.Clear();
        return taken;
    }
}
