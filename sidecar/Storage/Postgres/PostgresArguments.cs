using System.Data;
using Dapper;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>The parameters of a statement as PostgreSQL takes them: a list as an array, and no text with a NUL.</summary>
internal sealed class PostgresArguments(object args) : DynamicParameters(args), SqlMapper.IDynamicParameters
{
    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        AddParameters(command, identity);
        foreach (NpgsqlParameter parameter in command.Parameters) parameter.Value = Value(parameter.Value);
    }

    /// <summary>No text of PostgreSQL holds a NUL, and what others answer may: it becomes the sign for what cannot be shown.</summary>
    public static string Text(string text) => text.Replace('\0', '\uFFFD');

    private static object? Value(object? value) => value switch
    {
        string text => Text(text),
        byte[] => value,
        IEnumerable<string> list => list.Select(Text).ToArray(),
        _ => value,
    };
}
