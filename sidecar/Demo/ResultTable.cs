using System.Globalization;

namespace Connector.Demo;

/// <summary>What became of the rows, and what Pinterest counts about them.</summary>
internal static class ResultTable
{
    private const int TitleWidth = 40;

    public static string OfRows(IEnumerable<DemoLine> lines, DateTimeOffset now, int width) => TextTable.Render(
        ["Row", "Title", "Shows", "Board", "Status", "Result"],
        [.. lines.Select(l => new[]
        {
            $"{l.Row.Number}", TextTable.Cut(l.Row.Title, TitleWidth), l.Pin?.MediaType ?? "", TextTable.Cut(l.Row.Board, 24), l.Status,
            l.Explain(now),
        })],
        width);

    public static string OfFigures(IEnumerable<DemoLine> published, IReadOnlyList<DemoFigures> figures, int width) => TextTable.Render(
        ["Title", "Impressions", "Saves", "Pin clicks", "Outbound clicks"],
        [.. published.Select(l => (l.Row.Title, Figures: figures.FirstOrDefault(f => f.PinId == l.Pin!.Id))).Select(l => new[]
        {
            TextTable.Cut(l.Title, TitleWidth),
            Figure(l.Figures?.Impressions), Figure(l.Figures?.Saves), Figure(l.Figures?.PinClicks), Figure(l.Figures?.OutboundClicks),
        })],
        width);

    private static string Figure(long? figure) => figure?.ToString("N0", CultureInfo.InvariantCulture) ?? "not reported yet";
}
