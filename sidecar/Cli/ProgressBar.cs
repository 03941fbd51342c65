namespace Connector.Cli;

/// <summary>Shows on one line of a terminal how far something is; elsewhere it shows nothing.</summary>
internal sealed class ProgressBar(TextWriter output, int width)
{
    private const int Marks = 30;

    private bool _isShown;

    public static ProgressBar ForConsole(TextWriter output) =>
        new(output, System.Console.IsOutputRedirected ? 0 : Math.Max(60, System.Console.WindowWidth - 1));

    /// <param name="done">How many are done.</param>
    /// <param name="total">Of how many; null while that is not known.</param>
    /// <param name="waitsFor">Why it does not go on.</param>
    public void Show(long done, long? total, string? waitsFor)
    {
        if (width == 0) return;

        var share = total is > 0 ? Math.Min(1, (double)done / total.Value) : 0;
        var full = (int)(share * Marks);
        var text = $"[{new string('#', full)}{new string('.', Marks - full)}] {done} of {(total is null ? "?" : total)} rows"
            + (waitsFor is null ? "" : $", waits: {waitsFor}");
        output.Write("\r" + (text.Length > width ? text[..width] : text.PadRight(width)));
        _isShown = true;
    }

    public void End()
    {
        if (_isShown) output.WriteLine();
    }
}
