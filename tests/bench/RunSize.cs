namespace Connector.Bench;

/// <summary>
/// How long to measure: a machine shared with others needs rounds, and a runtime that compiles while it runs needs warming up.
/// </summary>
internal sealed record RunSize(TimeSpan WarmUp, TimeSpan Run, int Rounds, int Starts, TimeSpan Rest, int ManyRows, int Claims)
{
    public static readonly RunSize Full = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(4), 3, 7, TimeSpan.FromSeconds(10), 1_000_000, 100);
    public static readonly RunSize Quick = new(
        TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), 1, 3, TimeSpan.FromSeconds(2), 100_000, 50);
}
