using System.Globalization;

namespace Connector.Bench.Running;

/// <summary>Resident memory in MB; PSS counts pages shared with other processes only in part.</summary>
internal sealed record Memory(double Resident, double Proportional)
{
    /// <remarks>https://docs.kernel.org/filesystems/proc.html, smaps_rollup: Linux only.</remarks>
    public static Memory Of(int processId)
    {
        var lines = File.ReadAllLines($"/proc/{processId}/smaps_rollup");
        return new Memory(Read(lines, "Rss:"), Read(lines, "Pss:"));
    }

    private static double Read(string[] lines, string name) =>
        double.Parse(lines.First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..^2], CultureInfo.InvariantCulture) / 1024;
}
