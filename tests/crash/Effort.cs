using System.Globalization;

namespace Connector.Crash;

/// <summary>How long a run goes on, and the seed that repeats its choices.</summary>
internal sealed record Effort(int Rounds, int Points, int Seed)
{
    public static Effort Of(string[] arguments) => new(Number(arguments, "--rounds", 25), Number(arguments, "--points", 1000), Number(arguments, "--seed", 1));

    private static int Number(string[] arguments, string name, int usual)
    {
        var at = Array.IndexOf(arguments, name);
        if (at < 0) return usual;
        return at + 1 < arguments.Length && int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{name} needs a number.");
    }
}
