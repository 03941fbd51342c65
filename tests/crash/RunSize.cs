using System.Globalization;

namespace Connector.Crash;

/// <summary>How long a run goes on, and the seed that repeats its choices.</summary>
internal sealed record RunSize(int Rounds, int Points, int Seed)
{
    private static readonly RunSize Usual = new(25, 1000, 1);

    /// <summary>What the command line asks for; null when it cannot be understood.</summary>
    public static RunSize? Of(string[] options)
    {
        var effort = Usual;
        foreach (var pair in options.Chunk(2))
        {
            if (pair is not [var name, var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            switch (name)
            {
                case "--rounds":
                    effort = effort with { Rounds = number };
                    break;
                case "--points":
                    effort = effort with { Points = number };
                    break;
                case "--seed":
                    effort = effort with { Seed = number };
                    break;
                default:
                    return null;
            }
        }

        return effort;
    }
}
