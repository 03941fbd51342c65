using System.Globalization;

namespace Connector.Crash;

/// <summary>How long a run goes on, and the seed that repeats its choices.</summary>
internal sealed record RunSize(int Rounds, int Points, int Seed)
{
    /// <summary>Controls of replicas leave out one of them.</summary>
    public const string Guard = "guard", Fence = "fence", Nothing = "nothing";

    /// <summary>The longest that an account may stand still which could send, in seconds: the lease, and three for what follows.</summary>
    public int Gap { get; private init; } = 6;

    private static readonly RunSize Usual = new(25, 1000, 1);

    /// <summary>What a control is without; null where it is none.</summary>
    public string? Without { get; private init; }

    /// <summary>What the command line asks for; null when it cannot be understood.</summary>
    public static RunSize? Of(string[] options)
    {
        var size = Usual;
        foreach (var pair in options.Chunk(2))
        {
            if (pair is ["--without", Guard or Fence or Nothing])
            {
                size = size with { Without = pair[1] };
                continue;
            }

            if (pair is not [var name, var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            switch (name)
            {
                case "--rounds":
                    size = size with { Rounds = number };
                    break;
                case "--points":
                    size = size with { Points = number };
                    break;
                case "--seed":
                    size = size with { Seed = number };
                    break;
                case "--gap":
                    size = size with { Gap = number };
                    break;
                default:
                    return null;
            }
        }

        return size;
    }
}
