using System.Diagnostics;
using Connector.Crash.Running;

namespace Connector.Crash.Replicas;

/// <summary>Three sidecars behind one door, on one PostgreSQL.</summary>
internal sealed class ReplicaSet : IAsyncDisposable
{
    private const int Count = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1), PollInterval = TimeSpan.FromMilliseconds(100);

    private ReplicaSet(Server server, Launch launch)
    {
        Server = server;
        // One folder for the files of all.
        Replicas = [.. Enumerable.Range(1, Count).Select(number => new Replica(server, launch, number))];
        Door = new FrontDoor(Replicas);
        Launch = launch with { Address = Door.Address };
    }

    public Server Server { get; }

    public IReadOnlyList<Replica> Replicas { get; }

    public FrontDoor Door { get; }

    /// <summary>How they were started, at the address of the door.</summary>
    public Launch Launch { get; }

    public static async Task<ReplicaSet> StartAsync(Launch launch)
    {
        var set = new ReplicaSet(await Server.StartAsync(), launch);
        try
        {
            foreach (var replica in set.Replicas) await replica.StartAsync();
            return set;
        }
        catch
        {
            await set.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until there is somebody who could take over from any of them.</summary>
    public async Task TwoReadyAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        while ((await Task.WhenAll(Replicas.Select(replica => replica.IsReadyAsync()))).Count(isReady => isReady) < 2)
        {
            if (Stopwatch.GetElapsedTime(begun) > Timeout) throw new TimeoutException("Two of three replicas do not get ready.");
            await Task.Delay(PollInterval);
        }
    }

    public async Task RecoverAsync()
    {
        foreach (var replica in Replicas) await replica.RecoverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas) await replica.DisposeAsync();
        await Door.DisposeAsync();
        await Server.DisposeAsync();
    }
}
