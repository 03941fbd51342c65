namespace Connector.Crash.Replicas;

/// <summary>What can happen to replicas and their database, by chance.</summary>
internal static class Trouble
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    public static readonly IReadOnlyList<string> Kinds = ["kill", "suspend", "cut", "freeze", "restart"];

    /// <summary>Does one thing to one of them; returns which when it is over.</summary>
    public static async Task<string> StrikeAsync(Random random, IReadOnlyList<Replica> replicas, Server server)
    {
        var replica = replicas[random.Next(replicas.Count)];
        var span = 2 * Lease * random.NextDouble();
        var kind = Kinds[random.Next(Kinds.Count)];
        await (kind switch
        {
            "kill" => replica.KillAsync(span),
            "suspend" => replica.SuspendAsync(span),
            "cut" => replica.CutAsync(span),
            "freeze" => replica.FreezeAsync(span),
            _ => server.RestartAsync(),
        });
        return kind;
    }
}
