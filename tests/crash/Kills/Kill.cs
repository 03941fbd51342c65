namespace Connector.Crash.Kills;

/// <summary>One kill: so long after the sidecar could accept pins, or after its process began.</summary>
internal sealed record Kill(TimeSpan After, bool WhileStarting)
{
    private const double Shortest = 0.2, Longest = 1.5, LongestStart = 0.6, StartsKilled = 0.1;

    public static IEnumerable<Kill> Plan(int rounds, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++)
        {
            var whileStarting = random.NextDouble() < StartsKilled;
            var moment = random.NextDouble();
            yield return new Kill(
                TimeSpan.FromSeconds(whileStarting ? LongestStart * moment : Shortest + (Longest - Shortest) * moment), whileStarting);
        }
    }
}
