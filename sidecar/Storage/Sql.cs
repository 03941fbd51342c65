using System.Data.Common;
using Dapper;

namespace Connector.Storage;

/// <summary>One connection inside a read or a write; parameters are the properties of an anonymous object.</summary>
internal sealed class Sql(DbConnection connection)
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private readonly HashSet<string> _announced = [];

    public List<T> Query<T>(string sql, object? args = null) => connection.Query<T>(sql, args).AsList();

    /// <summary>Reads each row with a delegate instead of the mapper, for results with very many rows.</summary>
    public List<T> Query<T>(string sql, object args, Func<DbDataReader, T> read)
    {
        using var rows = (DbDataReader)connection.ExecuteReader(sql, args);
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    /// <summary>The first row, or default when there is none.</summary>
    public T? Find<T>(string sql, object? args = null) => connection.QueryFirstOrDefault<T>(sql, args);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, object? args = null) => connection.Execute(sql, args);

    /// <summary>Notifies the listeners of <see cref="Database.Announced"/>, once this transaction is committed.</summary>
    public void Announce(string topic) => _announced.Add(topic);

    /// <summary>What was announced since the last call.</summary>
    public List<string> TakeAnnounced()
    {
        List<string> taken = [.. _announced];
        _announced.Clear();
        return taken;
    }

    /// <summary>Runs a statement without parameters and keeps it prepared, because it is run very often.</summary>
    public void Repeat(string sql) => Prepared(sql, command => command.Prepare()).ExecuteNonQuery();

    /// <summary>
    /// A command that stays prepared on this connection: for the insert of each accepted pin, where Dapper's binding costs a third.
    /// </summary>
    public DbCommand Prepared(string sql, Action<DbCommand> declare)
    {
        if (_prepared.TryGetValue(sql, out var known)) return known;

        var command = connection.CreateCommand();
        command.CommandText = sql;
        declare(command);
        return _prepared[sql] = command;
    }
}
