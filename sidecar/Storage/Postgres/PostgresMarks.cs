using System.Data;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>A row that a transaction writes about itself: whoever finds it knows that the transaction was committed.</summary>
internal readonly record struct WriteMark(string Writer, long Number);

/// <summary>Marks and commits the transactions of one connection, and deletes the marks.</summary>
/// <remarks>
/// The number of a transaction would do as well, but another server that takes over after a failure may give the same one to another.
/// </remarks>
internal sealed class PostgresMarks : IDisposable
{
    // Made with the table of schema versions, not by a numbered script: the first script is marked too.
    public const string Table =
        """
        create table if not exists write_marks (
            writer text collate "C" not null,
            number bigint not null,
            at timestamptz not null default clock_timestamp(),
            -- whoever asked what became of the transaction was there first: it is never committed
            is_denied integer not null default 0,
            primary key (writer, number)
        )
        """;

    private const int MostKept = 500;

    private const string Mark =
        "insert into write_marks (writer, number) select $1, $2 where pg_current_xact_id_if_assigned() is not null";

    private readonly string _writer = Guid.NewGuid().ToString("N");
    private readonly Sql _sql;
    private readonly NpgsqlBatchCommand _mark = new(Mark);
    private readonly NpgsqlBatch _commit;
    private long _number, _kept;

    public PostgresMarks(NpgsqlConnection connection, Sql sql)
    {
        _sql = sql;
        _mark.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _writer });
        _mark.Parameters.Add(new NpgsqlParameter<long>());
        // Without a time-out: a commit that waits for a standby and is canceled succeeds all the same, though only here.
        _commit = new NpgsqlBatch(connection) { BatchCommands = { _mark, new NpgsqlBatchCommand("commit") }, Timeout = 0 };
    }

    /// <summary>Marks the transaction, if it has written anything, and commits it; the answer of the server says whether it did.</summary>
    /// <exception cref="CommitInDoubtException">There was no answer.</exception>
    public void Commit()
    {
        var mark = new WriteMark(_writer, ++_number);
        ((NpgsqlParameter<long>)_mark.Parameters[1]).TypedValue = mark.Number;
        try
        {
            // Where a statement failed before, the mark fails too: the server would answer such a commit alone with a rollback, and Npgsql
            // would not say so.
            _commit.ExecuteNonQuery();
        }
        // A transaction that the server ended because it stood idle was never committed, though its connection is gone as well.
        catch (Exception error) when (!PostgresErrors.IsTooSlow(error)
            && (PostgresErrors.IsLostAnswer(error) || _commit.Connection!.State != ConnectionState.Open))
        {
            throw new CommitInDoubtException(mark, error);
        }

        if (_mark.RecordsAffected > 0) _kept++;
    }

    /// <summary>Deletes what this connection has marked, whose commits were answered, and what dead processes have left.</summary>
    public void Prune()
    {
        if (_kept < MostKept) return;

        _sql.Prepared("delete from write_marks where writer = $1 or at < clock_timestamp() - interval '1 day'").Bind(_writer).Run();
        _kept = 0;
    }

    public void Dispose() => _commit.Dispose();
}
