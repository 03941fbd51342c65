namespace Connector.Http;

/// <summary>Answers with rows, as JSON or CSV.</summary>
internal static class TableAnswer
{
    /// <param name="table">What is answered as JSON.</param>
    /// <param name="rows">The lines of the CSV.</param>
    /// <param name="asCsv">Whether CSV is wanted: see <see cref="CsvRows.AreWanted"/>.</param>
    /// <param name="columns">Its columns.</param>
    public static IResult Of<TTable, TRow>(
        TTable table, IEnumerable<TRow> rows, bool asCsv, params (string Name, Func<TRow, object?> Field)[] columns) =>
        asCsv
            ? TypedResults.Text(
                CsvRows.Write(columns.Select(column => column.Name), rows.Select(row => columns.Select(column => column.Field(row)))),
                CsvRows.ContentType)
            : TypedResults.Ok(table);

    /// <summary>Describes the answers of an operation on rows.</summary>
    public static RouteHandlerBuilder AnswersWith<TTable>(this RouteHandlerBuilder route) =>
        route.Produces<TTable>(200, "application/json", "text/csv").ProducesProblem(404);
}
