namespace Connector.Bench.Report;

/// <summary>Prints lines as a table for people, or for a README.</summary>
internal sealed class Table
{
    private static readonly Line Head = new("measured", "outcome", "target", "figures");

    private readonly List<Line> _lines = [];

    public void Add(IEnumerable<Line> lines) => _lines.AddRange(lines);

    public string AsText()
    {
        var all = new[] { Head }.Concat(_lines).Select(Cells).ToList();
        var widths = Enumerable.Range(0, 4).Select(column => all.Max(cells => cells[column].Length)).ToArray();
        return string.Join('\n', all.Select(cells => string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }

    public string AsMarkdown() => string.Join('\n', new[] { Row(Head), "|---|---|---|---|" }.Concat(_lines.Select(Row)));

    private static string[] Cells(Line line) => [line.What, line.Outcome, line.Target, line.Figures];

    private static string Row(Line line) => $"| {string.Join(" | ", Cells(line))} |";
}
