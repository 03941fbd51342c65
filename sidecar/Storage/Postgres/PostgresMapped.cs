using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>
/// A connection as Dapper sees it: Dapper compiles what it reads and binds once for each connection string, and all databases have the same
/// tables.
/// </summary>
internal sealed class PostgresMapped(NpgsqlConnection connection) : DbConnection
{
    /// <summary>The connection itself, for what only PostgreSQL can do.</summary>
    public NpgsqlConnection Mapped => connection;

    [AllowNull]
    public override string ConnectionString
    {
        get => "postgres";
        set => throw new NotSupportedException("The connection is open.");
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    /// <remarks>Dapper opens what has broken, and would go on there without the transaction that was begun.</remarks>
    public override void Open() => throw new IOException("The connection broke.");

    public override void Close() => connection.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => connection.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => connection.CreateCommand();
}
