using Microsoft.Playwright;

namespace Connector.Tests.Browsing;

/// <summary>The browser of this machine; none is downloaded.</summary>
internal static class Chromium
{
    public const string Missing =
        "There is no Chromium here. Install it (on Debian: apt-get install chromium), or name one in the environment variable CHROMIUM.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its path; null where there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return named;

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string path) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = path,
        // Its sandbox does not work for root, as whom CI runs; it opens only our own pages.
        ChromiumSandbox = false,
        Args =
        [
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--disable-background-networking",
            "--disable-component-update",
        ],
    });
}
