namespace Connector.Demo;

/// <summary>Shows the lines: redrawn in place on a terminal, one line for each change anywhere else.</summary>
internal sealed class LiveLines(TextWriter output, bool redraws, bool colors, int width)
{
    private readonly Dictionary<int, string> _told = [];
    private int _drawn;

    public static LiveLines ForConsole(TextWriter output, int rows)
    {
        // A Windows console without TERM may print escape codes as they are; a list longer than the window cannot be redrawn.
        var redraws = !System.Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb")
            && rows < System.Console.WindowHeight;
        var colors = redraws && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new LiveLines(output, redraws, colors, redraws ? System.Console.WindowWidth : int.MaxValue);
    }

    public void Show(IReadOnlyList<DemoLine> lines, DateTimeOffset now)
    {
        if (redraws) Redraw(lines, now);
        else TellNews(lines, now);
    }

    private void Redraw(IReadOnlyList<DemoLine> lines, DateTimeOffset now)
    {
        if (_drawn > 0) output.Write($"\e[{_drawn}A");
        foreach (var line in lines)
            output.Write($"\r{Paint(line, TextTable.Cut(line.Text(now), width - 1))}\e[K\n");
        output.Flush();
        _drawn = lines.Count;
    }

    private void TellNews(IReadOnlyList<DemoLine> lines, DateTimeOffset now)
    {
        foreach (var line in lines.Where(l => l.Status != "reading" && _told.GetValueOrDefault(l.Row.Number) != l.News))
        {
            output.WriteLine(line.Text(now));
            _told[line.Row.Number] = line.News;
        }
    }

    private string Paint(DemoLine line, string text) => (colors ? line.Status : "") switch
    {
        "" => text,
        "published" => $"\e[32m{text}\e[0m",
        "failed" or "not sent" => $"\e[31m{text}\e[0m",
        "unconfirmed" or "canceled" => $"\e[33m{text}\e[0m",
        "publishing" => $"\e[1m{text}\e[0m",
        _ => $"\e[2m{text}\e[0m",
    };
}
