namespace Connector.Bench;

/// <summary>
/// How long to measure: a machine shared with others needs rounds, and a runtime that compiles while it runs needs warming up.
/// </summary>
internal sealed record RunSize
{
    public required TimeSpan WarmUp { get; init; }
    public required TimeSpan Run { get; init; }
    public required int Rounds { get; init; }

    /// <summary>Starts of each program, after one that is not counted.</summary>
    public required int Starts { get; init; }

    /// <summary>How long a program is left alone before its memory is read.</summary>
    public required TimeSpan Rest { get; init; }

    /// <summary>Pins in a large database.</summary>
    public required int ManyRows { get; init; }

    public required int Claims { get; init; }

    /// <summary>Requests of which a median is taken.</summary>
    public required int Asks { get; init; }

    /// <summary>Pins accepted between two looks at the memory, and published to see what each leaves on disk.</summary>
    public required int Pins { get; init; }

    /// <summary>What an agency publishes on a day of the year that is simulated.</summary>
    public required int AgencyPins { get; init; }

    public static readonly RunSize Full = new()
    {
        WarmUp = TimeSpan.FromSeconds(10),
        Run = TimeSpan.FromSeconds(4),
        Rounds = 3,
        Starts = 7,
        Rest = TimeSpan.FromSeconds(10),
        ManyRows = 1_000_000,
        Claims = 100,
        Asks = 200,
        Pins = 100_000,
        AgencyPins = 20_000,
    };

    public static readonly RunSize Quick = new()
    {
        WarmUp = TimeSpan.FromSeconds(3),
        Run = TimeSpan.FromSeconds(2),
        Rounds = 1,
        Starts = 3,
        Rest = TimeSpan.FromSeconds(2),
        ManyRows = 100_000,
        Claims = 50,
        Asks = 50,
        Pins = 20_000,
        AgencyPins = 200,
    };
}
