using System.Globalization;
using System.Runtime.InteropServices;
using Connector.Tests.Support;

namespace Connector.Bench.Running;

/// <summary>
/// A temporary folder for everything a run leaves behind. It and the processes that were started are gone at the end, also after Ctrl-C.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const int Interrupted = 130;

    private readonly string _root = Directory.CreateTempSubdirectory("connector-bench-").FullName;
    private readonly PosixSignalRegistration[] _signals;
    private int _next;

    public Workspace() => _signals =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Interrupt)),
    ];

    /// <summary>A folder that others of this machine may not open, as the sidecar wants it.</summary>
    public string NewFolder() => Directory.CreateDirectory(
        Path.Combine(_root, (++_next).ToString(CultureInfo.InvariantCulture)),
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <summary>Builds what is shipped and returns the program.</summary>
    public Task<string> PublishSidecarAsync() => PublishedSidecar.BuildAsync(NewFolder());

    /// <summary>
    /// Builds an application with one operation the same way: a variant in this program would be neither compiled ahead nor so small.
    /// </summary>
    public async Task<string> PublishEmptyAsync()
    {
        var folder = NewFolder();
        await Processes.RunAsync(
            "dotnet", "publish", Repository.Path("tests", "bench", "EmptyApplication"), "-c", "Release", "-o", folder, "-v", "quiet");
        return Path.Combine(folder, "empty");
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        End();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = true;
        End();
        Environment.Exit(Interrupted);
    }

    private void End()
    {
        Processes.EndAll();
        Directory.Delete(_root, recursive: true);
    }
}
