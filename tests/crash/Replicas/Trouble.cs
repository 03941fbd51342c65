namespace Connector.Crash.Replicas;

/// <summary>What can happen to replicas and their database, by chance.</summary>
internal static class Trouble
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    /// <summary>Others take over, look three times at the board and publish again before this is over.</summary>
    public static readonly TimeSpan Longest = 4 * Lease;

    public static readonly IReadOnlyList<string> Kinds = ["kill", "suspend", "cut", "freeze", "restart", "promote"];

    /// <summary>So many kinds in random order, each as often as the others.</summary>
    public static IEnumerable<string> Plan(int rounds, Random random)
    {
        var left = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            if (left.Count == 0) left.AddRange(Kinds);
            var index = random.Next(left.Count);
            yield return left[index];
            left.RemoveAt(index);
        }
    }

    /// <summary>Does it to one of the replicas, or to the database; returns when it is over.</summary>
    public static Task StrikeAsync(string kind, Random random, IReadOnlyList<Replica> replicas, Server server, Timeline timeline)
    {
        var number = random.Next(replicas.Count);
        var replica = replicas[number];
        // Most are short, and every fifth is longer than all that takeover needs.
        var span = Longest * Math.Pow(random.NextDouble(), 2);
        timeline.Note($"{kind}, replica {number + 1} or the database, {span.TotalSeconds:0.0} s");
        return kind switch
        {
            "kill" => replica.KillAsync(span),
            "suspend" => replica.SuspendAsync(span),
            "cut" => replica.CutAsync(span),
            "freeze" => replica.FreezeAsync(span),
            "restart" => server.RestartAsync(),
            "promote" => server.FailOverAsync(),
            _ => throw new ArgumentException($"There is no trouble \"{kind}\"."),
        };
    }
}
