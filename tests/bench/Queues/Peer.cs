using Connector.Bench.Running;
using Connector.Tests.Support;

namespace Connector.Bench.Queues;

/// <summary>
/// A queue that a user could run instead, behind an endpoint that takes the same pin: tests/bench/peers, on a server of its own.
/// </summary>
internal sealed class Peer : IAsyncDisposable
{
    public const string BullMq = "BullMQ", PgBoss = "pg-boss";

    private static readonly string Folder = Repository.Path("tests", "bench", "peers");

    private readonly IDisposable? _server;

    private Peer(string name, RunningSidecar process, IDisposable? server) => (Name, Process, _server) = (name, process, server);

    public string Name { get; }

    public RunningSidecar Process { get; }

    /// <summary>What is missing for a peer, and how to install it; null when nothing is.</summary>
    public static string? Missing(string name)
    {
        var isThere = name == BullMq ? IsInPath("redis-server") : Postgres.Programs is not null;
        var package = name == BullMq ? "redis-server" : "postgresql";
        if (!isThere) return $"{package} is not installed (on Debian: apt-get install {package})";
        if (!IsInPath("node")) return "Node.js is not installed (https://nodejs.org)";
        return Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? null
            : "its packages are not installed (npm ci --prefix tests/bench/peers)";
    }

    public static async Task<Peer> StartAsync(string name, Workspace workspace)
    {
        if (name == BullMq)
        {
            var redis = await Redis.StartAsync(workspace.NewFolder());
            return new Peer(name, await ServeAsync("bullmq.mjs", $"--redis={redis.Port}", workspace), redis);
        }

        var postgres = await Postgres.StartAsync(workspace.NewFolder());
        return new Peer(name, await ServeAsync("pg-boss.mjs", $"--postgres={postgres.Port}", workspace), postgres);
    }

    /// <summary>pg-boss on a server that others use too.</summary>
    public static async Task<Peer> StartAsync(Postgres server, Workspace workspace) =>
        new(PgBoss, await ServeAsync("pg-boss.mjs", $"--postgres={server.Port}", workspace), null);

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _server?.Dispose();
    }

    private static Task<RunningSidecar> ServeAsync(string script, string server, Workspace workspace) =>
        RunningSidecar.StartOtherAsync("node", [Path.Combine(Folder, script), server], workspace.NewFolder());

    private static bool IsInPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
