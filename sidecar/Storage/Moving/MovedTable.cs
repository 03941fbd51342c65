namespace Connector.Storage.Moving;

/// <summary>A table that both databases have, with the columns of the source.</summary>
internal sealed record MovedTable(string Name, IReadOnlyList<MovedColumn> Columns)
{
    /// <summary>Its columns, as they are listed in a statement.</summary>
    public string List { get; } = string.Join(", ", Columns.Select(column => column.Name));

    public string Select => $"select {List} from {Name}";
}

/// <summary>A column, and what it holds.</summary>
internal sealed record MovedColumn(string Name, ColumnKind Kind);

/// <summary>What a column of the target holds.</summary>
internal enum ColumnKind
{
    Text,
    Bigint,
    Integer,
    Bytes,
}
