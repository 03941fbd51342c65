using System.Diagnostics;
using System.Globalization;

namespace Connector.Bench.Running;

/// <summary>A temporary folder for everything a run leaves behind.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("connector-bench-").FullName;
    private int _next;

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, (++_next).ToString(CultureInfo.InvariantCulture))).FullName;

    /// <summary>Builds what is shipped and returns the program.</summary>
    public async Task<string> PublishSidecarAsync()
    {
        var output = NewFolder();
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository(), "sidecar"), "-c", "Release", "-o", output, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(output, "connector") : throw new InvalidOperationException($"dotnet publish failed:\n{said}");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Connector.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The benchmark runs from the repository: dotnet run -c Release --project tests/bench");
    }
}
