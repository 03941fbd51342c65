using System.Diagnostics;
using Connector.Bench.Running;
using Connector.Tests.Support;

namespace Connector.Bench.Queues;

/// <summary>A Redis of this run's own, which writes to disk before it answers.</summary>
internal sealed class Redis : IDisposable
{
    private readonly Process _process;

    private Redis(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<Redis> StartAsync(string folder)
    {
        var port = FreePort.Find();
        var process = Processes.Start(new ProcessStartInfo(
            "redis-server",
            [
                "--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder, "--save", "",
                "--appendonly", "yes", "--appendfsync", "always", "--loglevel", "warning",
            ])
        { RedirectStandardOutput = true });
        await Listening.OnAsync(port, process);
        return new Redis(process, port);
    }

    public void Dispose() => Processes.End(_process);
}
