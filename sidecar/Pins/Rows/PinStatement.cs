using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>A statement that takes a pin's columns, kept prepared because every accepted pin runs one.</summary>
internal sealed class PinStatement
{
    /// <summary>Adds a pin; changes nothing when another pin of the account has its idempotency key.</summary>
    public static readonly PinStatement Insert = new(PinColumns.All, columns =>
        $"""
        insert into pins ({string.Join(", ", columns.Select(c => c.Name))})
        values ({string.Join(", ", columns.Select((_, index) => $"${index + 1}"))})
        on conflict (account_id, idempotency_key) where idempotency_key is not null do nothing
        """);

    /// <summary>Writes what an edit may change.</summary>
    public static readonly PinStatement Edit = new([.. PinColumns.All.Where(c => c.IsEditable), PinColumns.Id], columns =>
        $"""
        update pins set {string.Join(", ", columns.SkipLast(1).Select((c, index) => $"{c.Name} = ${index + 1}"))}
        where id = ${columns.Count}
        """);

    private readonly IReadOnlyList<PinColumn> _columns;
    private readonly string _text;

    private PinStatement(IReadOnlyList<PinColumn> columns, Func<IReadOnlyList<PinColumn>, string> text) =>
        (_columns, _text) = (columns, text(columns));

    /// <summary>Runs it for one pin; false when it changed nothing.</summary>
    public bool Run(Sql sql, PinRow row)
    {
        var statement = sql.Prepared(_text);
        Bind(statement, row);
        return statement.Run() == 1;
    }

    /// <summary>Adds new pins; for each, false when another pin has its idempotency key.</summary>
    public static IReadOnlyList<bool> Add(Sql sql, IReadOnlyList<PinRow> rows)
    {
        var added = sql.Prepared(Insert._text).InsertEach(rows, Insert.Bind);
        if (added == rows.Count) return [.. Enumerable.Repeat(true, added)];

        var known = sql.Query<string>("select id from pins where id in @ids", new { ids = rows.Select(row => row.Id) }).ToHashSet();
        return [.. rows.Select(row => known.Contains(row.Id))];
    }

    private void Bind(Statement statement, PinRow row)
    {
        foreach (var column in _columns) column.Bind(statement, row);
    }
}
