namespace Connector.Crash.Checks;

/// <summary>Prints a table, then whatever broke a promise.</summary>
internal static class Report
{
    private const int Shown = 20;

    /// <summary>Returns the exit code: 1 when a promise was broken.</summary>
    public static int Print(IReadOnlyList<(string Name, object Value)> table, IEnumerable<string> broken, int seed)
    {
        var width = table.Max(row => row.Name.Length);
        foreach (var (name, value) in table) System.Console.WriteLine($"{name.PadRight(width)}  {value}");

        var all = broken.ToList();
        if (all.Count == 0) return 0;

        System.Console.WriteLine();
        foreach (var line in all.Take(Shown)) System.Console.WriteLine(line);
        if (all.Count > Shown) System.Console.WriteLine($"… and {all.Count - Shown} more.");
        System.Console.WriteLine($"{all.Count} promises broken. Again with --seed {seed}.");
        return 1;
    }
}
