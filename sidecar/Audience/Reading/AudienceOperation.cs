using Connector.Http;

namespace Connector.Audience.Reading;

/// <summary>An operation that reads a table: where it is, what it asks Pinterest and its columns are its own.</summary>
internal abstract class AudienceOperation<TCall, TTable, TRow> : Operation<TCall, IResult>
    where TCall : TableCall
    where TTable : IAudienceTable<TRow>
{
    /// <summary>The columns of the CSV.</summary>
    protected abstract (string Name, Func<TRow, object?> Field)[] Columns { get; }

    public sealed override async Task<IResult> ExecuteAsync(TCall call, CancellationToken ct)
    {
        // A format that is not known is refused before Pinterest is asked.
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var table = await ReadAsync(call, ct);
        return TableAnswer.Of(table, table.Items, asCsv, Columns);
    }

    protected abstract Task<TTable> ReadAsync(TCall call, CancellationToken cancellation);

    /// <summary>Configures what all of them have alike.</summary>
    protected void Read(string path, string summary)
    {
        Get(path);
        Description(route => route.WithTags("Audience"));
        Policies(Scope.Read);
        Describe(summary);
        Description(route => route.AnswersWith<TTable>());
    }
}
