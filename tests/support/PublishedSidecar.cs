using System.Diagnostics;

namespace Connector.Tests.Support;

/// <summary>What is shipped, for programs that must run that and nothing else.</summary>
public static class PublishedSidecar
{
    /// <summary>Publishes the sidecar into a folder and returns the program.</summary>
    public static async Task<string> BuildAsync(string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Repository.Path("sidecar"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "connector")
            : throw new InvalidOperationException($"dotnet publish failed:\n{said}");
    }
}
