namespace Connector.Contract.Comparing;

/// <summary>Prints what a newer description means.</summary>
internal static class Report
{
    /// <returns>1 when something has to be done, else 0.</returns>
    public static int Print(Comparison comparison, TextWriter output)
    {
        output.WriteLine($"Pinterest's description {comparison.Newer}, compared with {comparison.Older}:");
        foreach (var (weight, title) in new[]
        {
            (Weight.Breaks, "Breaks something"), (Weight.Look, "To be looked at"), (Weight.More, "For information"),
        })
        {
            var changes = comparison.Changes.Where(change => change.Weight == weight).ToList();
            output.WriteLine($"\n{title}: {changes.Count}");
            foreach (var change in changes) output.WriteLine($"  {change.Where} {change.What}: {change.Meaning}.");
        }

        return comparison.Changes.Any(change => change.Weight != Weight.More) ? 1 : 0;
    }
}
