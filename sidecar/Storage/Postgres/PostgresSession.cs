using System.Data;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>An open connection with what was prepared on it.</summary>
internal sealed class PostgresSession : IDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _commit;
    private readonly List<PostgresStatement> _statements = [];
    private readonly bool _prepares;
    private PostgresMarks? _marks;

    private PostgresSession(NpgsqlConnection connection)
    {
        _connection = connection;
        _prepares = new NpgsqlConnectionStringBuilder(connection.ConnectionString).MaxAutoPrepare > 0;
        // Without a time-out, as that of a marked one.
        _commit = new NpgsqlCommand("commit", connection) { CommandTimeout = 0 };
        Sql = new Sql(new PostgresMapped(connection), PostgresDialect.Instance, Prepare);
    }

    public Sql Sql { get; }

    /// <summary>False once the connection has broken, even where nothing said so, as while a transaction was rolled back.</summary>
    public bool IsOpen => _connection.State == ConnectionState.Open;

    public static PostgresSession Open(PostgresSource source) => new(source.Open());

    /// <inheritdoc cref="PostgresSource.OpenAside"/>
    public static PostgresSession OpenAside(PostgresSource source) => new(source.OpenAside());

    /// <summary>Begins a transaction with the first statement that runs in it.</summary>
    public NpgsqlTransaction Begin(IsolationLevel isolation)
    {
        // Whatever a transaction announced that was rolled back is not true.
        Sql.TakeAnnounced();
        return _connection.BeginTransaction(isolation);
    }

    /// <inheritdoc cref="PostgresMarks.Commit"/>
    public void Commit() => (_marks ??= new PostgresMarks(_connection, Sql)).Commit();

    /// <summary>Commits where nobody would ask what became of it.</summary>
    public void CommitUnmarked() => _commit.ExecuteNonQuery();

    /// <summary>Deletes marks of what is known to be committed; between transactions.</summary>
    public void Tidy() => _marks?.Prune();

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
        _marks?.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }

    private PostgresStatement Prepare(string text)
    {
        var statement = new PostgresStatement(_connection, text, _prepares);
        _statements.Add(statement);
        return statement;
    }
}

/// <summary>Nobody knows whether the transaction was committed: the connection broke before the answer came.</summary>
/// <param name="mark">What it wrote, if it was committed.</param>
/// <param name="inner">How the connection broke.</param>
internal sealed class CommitInDoubtException(WriteMark mark, Exception inner) : Exception(inner.Message, inner)
{
    public WriteMark Mark => mark;
}
