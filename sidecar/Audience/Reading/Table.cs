using Connector.Http;

namespace Connector.Audience.Reading;

/// <summary>Answers with rows, as JSON or CSV.</summary>
internal static class Table
{
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

    /// <summary>Several texts in one field.</summary>
    public static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>What is there, in the order in which it came.</summary>
    public static IReadOnlyList<string> Given(IEnumerable<string?> texts) => [.. texts.OfType<string>().Where(text => text.Length > 0)];
}
