using System.Text;

namespace Connector.Demo;

/// <summary>Columns of text as wide as they must be; the last one is wrapped into what is left of the width.</summary>
internal static class TextTable
{
    public static string Render(IReadOnlyList<string> header, IReadOnlyList<string[]> rows, int width)
    {
        var widths = header.Select((name, i) => rows.Select(r => r[i].Length).Append(name.Length).Max()).ToArray();
        var left = widths[..^1].Sum(w => w + 2);
        widths[^1] = Math.Min(widths[^1], Math.Max(24, width - left));

        var text = new StringBuilder();
        text.AppendLine(Line(header, widths)).AppendLine(Line([.. widths.Select(w => new string('-', w))], widths));
        foreach (var row in rows)
        {
            var last = Wrap(row[^1], widths[^1]).ToList();
            text.AppendLine(Line([.. row[..^1], last[0]], widths));
            foreach (var more in last.Skip(1)) text.AppendLine(new string(' ', left) + more);
        }

        return text.ToString();
    }

    public static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width - 1)].TrimEnd() + "…";

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            var end = space > 0 ? space : width;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        yield return text;
    }
}
