using Connector.Http;

namespace Connector.Cli;

/// <summary><c>connector health</c>: calls the health check of a running sidecar; for containers, whose image has no curl.</summary>
internal static class HealthCommand
{
    private const string Usage =
        $"connector health [URL]   asks the sidecar at URL; by default where ASPNETCORE_URLS says, or {ConnectorApp.DefaultUrl}";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var address = ListenAddress.Reachable(args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));
        if (args.Length > 1 || !Uri.TryCreate($"{address}/healthz", UriKind.Absolute, out var url) || !IsHttp(url))
        {
            System.Console.WriteLine(Usage);
            return 2;
        }

        using var http = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await http.GetAsync(url);
            System.Console.WriteLine($"{address} answered {(int)answer.StatusCode}.");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            System.Console.WriteLine(
                $"{address} does not answer ({problem.Message}). Check that the sidecar runs and listens at this address.");
            return 1;
        }
    }

    private static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;
}
