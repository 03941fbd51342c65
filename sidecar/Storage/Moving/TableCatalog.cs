using Connector.Common;

namespace Connector.Storage.Moving;

/// <summary>Which tables there are to move, as both databases say: no list of ours that a new table could be missing from.</summary>
internal static class TableCatalog
{
    // Both have it already, and it must be the same.
    private const string Versions = "schema_versions";

    /// <summary>The tables of the source as the target knows them, each after those it refers to.</summary>
    /// <exception cref="CommandException">The target lacks one.</exception>
    public static IReadOnlyList<MovedTable> Common(Sql source, Sql target)
    {
        var theirs = target
            .Query<CatalogColumn>(
                """
                select table_name as "table", column_name as "name", data_type as type from information_schema.columns
                where table_schema = current_schema()
                """)
            .ToDictionary(column => (column.Table, column.Name), column => column.Type);
        var tables = source
            .Query<CatalogColumn>(
                """
                select t.name as "table", c.name as name from sqlite_master t join pragma_table_info(t.name) c
                where t.type = 'table' and t.name not like 'sqlite~_%' escape '~' order by t.name, c.cid
                """)
            .Where(column => column.Table != Versions)
            .GroupBy(column => column.Table)
            .Select(table => new MovedTable(table.Key, [.. table.Select(column => new MovedColumn(column.Name, KindOf(column)))]))
            .ToList();
        return InOrder(tables, References(target));

        ColumnKind KindOf(CatalogColumn column) => theirs.GetValueOrDefault((column.Table, column.Name)) switch
        {
            "text" => ColumnKind.Text,
            "bigint" => ColumnKind.Bigint,
            "integer" => ColumnKind.Integer,
            "bytea" => ColumnKind.Bytes,
            var type => throw new CommandException(
                $"{column.Table}.{column.Name} cannot be moved: in PostgreSQL it is {type ?? "not there"}. Nothing was moved; this is an "
                    + "error of the connector, so please report it."),
        };
    }

    private static ILookup<string, string> References(Sql target) => target
        .Query<CatalogReference>(
            """
            select distinct c.relname as "table", r.relname as other from pg_constraint f
            join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
            where f.contype = 'f' and f.connamespace = current_schema()::regnamespace and c.oid <> r.oid
            """)
        .ToLookup(reference => reference.Table, reference => reference.Other);

    /// <summary>Rows that are referred to come first.</summary>
    private static List<MovedTable> InOrder(List<MovedTable> tables, ILookup<string, string> references)
    {
        var ordered = new List<MovedTable>();
        while (tables.Count > 0)
        {
            var next = tables.FindAll(table => !references[table.Name].Any(other => tables.Exists(left => left.Name == other)));
            if (next.Count == 0) throw new InvalidOperationException($"Tables refer to each other in a circle: {tables[0].Name}.");
            ordered.AddRange(next);
            tables.RemoveAll(next.Contains);
        }

        return ordered;
    }

    private sealed record CatalogColumn
    {
        public string Table { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Type { get; init; }
    }

    private sealed record CatalogReference
    {
        public string Table { get; init; } = "";
        public string Other { get; init; } = "";
    }
}
