using Connector.Http;
using Connector.Metrics.Reading;

namespace Connector.Metrics.Tables;

/// <summary>Answers with rows, as JSON or CSV.</summary>
internal static class MetricsResponse
{
    public static IResult Of(MetricsRequest question, IEnumerable<MetricRow> rows, DateOnly? completeThrough, MetricsGap? gap = null)
    {
        if (question.AsCsv) return TypedResults.Text(MetricsCsv.Write(rows, question.Metrics), CsvRows.ContentType);

        return TypedResults.Ok(new MetricsTable
        {
            Items = [.. rows],
            CompleteThrough = completeThrough,
            StartDate = question.Range.Start,
            EndDate = question.Range.End,
            Problem = gap,
        });
    }

    /// <summary>Describes the answers of an operation on numbers.</summary>
    public static RouteHandlerBuilder AnswersWithRows(this RouteHandlerBuilder route) =>
        route.Produces<MetricsTable>(200, "application/json", "text/csv").ProducesProblem(404);
}
