namespace Connector.Storage.Postgres;

/// <summary>A row that a transaction writes about itself: whoever finds it knows that the transaction was committed.</summary>
internal readonly record struct WriteMark(string Writer, long Number);

/// <summary>Marks the transactions of one connection.</summary>
/// <remarks>
/// The number of a transaction would do as well, but another server that takes over after a failure may give the same one to another.
/// </remarks>
internal sealed class PostgresMarks(Sql sql)
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

    private readonly string _writer = Guid.NewGuid().ToString("N");
    private long _number, _kept;

    /// <summary>Marks the transaction, if it has written anything; else null.</summary>
    public WriteMark? Add()
    {
        var mark = new WriteMark(_writer, ++_number);
        var isAdded = sql
            .Prepared("insert into write_marks (writer, number) select $1, $2 where pg_current_xact_id_if_assigned() is not null")
            .Bind(mark.Writer).Bind(mark.Number)
            .Run() > 0;
        if (isAdded) _kept++;
        return isAdded ? mark : null;
    }

    /// <summary>Deletes what this connection has marked, whose commits were answered, and what dead processes have left.</summary>
    public void Prune()
    {
        if (_kept < MostKept) return;

        sql.Prepared("delete from write_marks where writer = $1 or at < clock_timestamp() - interval '1 day'").Bind(_writer).Run();
        _kept = 0;
    }
}
