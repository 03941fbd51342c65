using System.Data.Common;
using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>A statement that takes a pin's columns, kept prepared because every accepted pin runs one.</summary>
internal sealed class PinStatement
{
    /// <summary>Adds a pin; changes nothing when another pin of the account has its idempotency key.</summary>
    public static readonly PinStatement Insert = new(PinColumns.All, columns =>
        $"""
        insert into pins ({string.Join(", ", columns.Select(c => c.Name))})
        values ({string.Join(", ", columns.Select(c => "@" + c.Name))})
        on conflict (account_id, idempotency_key) where idempotency_key is not null do nothing
        """);

    /// <summary>Writes what an edit may change.</summary>
    public static readonly PinStatement Edit = new([.. PinColumns.All.Where(c => c.IsEditable || c.Name == "id")], columns =>
        $"update pins set {string.Join(", ", columns.Where(c => c.IsEditable).Select(c => $"{c.Name} = @{c.Name}"))} where id = @id");

    private readonly IReadOnlyList<PinColumn> _columns;
    private readonly string _text;

    private PinStatement(IReadOnlyList<PinColumn> columns, Func<IReadOnlyList<PinColumn>, string> text) =>
        (_columns, _text) = (columns, text(columns));

    /// <summary>Runs it for one pin; false when it changed nothing.</summary>
    public bool Run(Sql sql, PinRow row)
    {
        var command = sql.Prepared(_text, Declare);
        for (var i = 0; i < _columns.Count; i++) command.Parameters[i].Value = _columns[i].Value(row) ?? DBNull.Value;
        return command.ExecuteNonQuery() == 1;
    }

    private void Declare(DbCommand command)
    {
        foreach (var column in _columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column.Name;
            parameter.DbType = column.Type;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
    }
}
