using System.Data.Common;
using Dapper;

namespace Connector.Storage;

/// <summary>One connection inside a read or a write; parameters are the properties of an anonymous object.</summary>
/// <param name="connection">The connection.</param>
/// <param name="prepare">Prepares a statement on it.</param>
internal sealed class Sql(DbConnection connection, Func<string, Statement> prepare)
{
    private readonly Dictionary<string, Statement> _prepared = [];
    private readonly HashSet<string> _announced = [];

    public List<T> Query<T>(string sql, object? args = null) => connection.Query<T>(sql, args).AsList();

    /// <summary>The first row, or default when there is none.</summary>
    public T? Find<T>(string sql, object? args = null) => connection.QueryFirstOrDefault<T>(sql, args);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, object? args = null) => connection.Execute(sql, args);

    /// <summary>A statement that stays prepared, for what runs with every pin: there the mapper would cost most.</summary>
    public Statement Prepared(string sql) =>
        (_prepared.TryGetValue(sql, out var known) ? known : _prepared[sql] = prepare(sql)).Again();

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
