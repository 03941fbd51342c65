using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>The insert of one row as an insert of many, which takes a list for each parameter.</summary>
/// <remarks>For each statement the server gets all checks and indexes of the table ready, which costs more than a row.</remarks>
internal sealed partial class PostgresRows(string text, NpgsqlConnection connection) : IDisposable
{
    private readonly NpgsqlCommand _command = new(Values().Replace(text, "select * from unnest($1)"), connection);

    /// <summary>Sets the values of one row.</summary>
    /// <param name="row">Its place; the first is 0, and begins anew.</param>
    /// <param name="count">How many there will be.</param>
    /// <param name="values">Its values.</param>
    public void Set(int row, int count, NpgsqlParameterCollection values)
    {
        if (row == 0) Begin(count, values);
        for (var i = 0; i < values.Count; i++)
            if (values[i].Value is not DBNull) ((Array)_command.Parameters[i].Value!).SetValue(values[i].Value, row);
    }

    public int Run() => _command.ExecuteNonQuery();

    public void Dispose() => _command.Dispose();

    private void Begin(int count, NpgsqlParameterCollection values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var type = values[i].NpgsqlDbType;
            if (i == _command.Parameters.Count) _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
            _command.Parameters[i].Value = type switch
            {
                NpgsqlDbType.Text => new string?[count],
                NpgsqlDbType.Bigint => new long?[count],
                _ => new byte[]?[count],
            };
        }
    }

    [GeneratedRegex(@"values \((\$\d+(?:, \$\d+)*)\)")]
    private static partial Regex Values();
}
