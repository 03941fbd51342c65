namespace Connector.Storage.Sqlite;

/// <summary>SQLite reads everything as it is written.</summary>
internal sealed class SqliteDialect : Dialect
{
    public static readonly SqliteDialect Instance = new();

    public override string Name => "sqlite";

    public override string Statement(string text) => text;

    public override object? Arguments(object? args) => args;

    public override string SkipLocked => "";

    public override bool HasTable(Sql sql, string name) =>
        sql.Find<long>("select count(*) from sqlite_master where type = 'table' and name = @name", new { name }) == 1;

    public override string Script(string text) => text;
}
