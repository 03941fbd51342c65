namespace Connector.Cli;

/// <summary><c>connector health</c>: calls the health check of a running sidecar; for containers, whose image has no curl.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 1)
        {
            Console.WriteLine(
                $"connector health [URL]   asks the sidecar at URL; by default where ASPNETCORE_URLS says, or {ConnectorApp.DefaultUrl}");
            return 2;
        }

        var address = AddressOf(args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri($"{address}/healthz"));
            Console.WriteLine($"{address} answered {(int)answer.StatusCode}.");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"{address} does not answer: {problem.Message}");
            return 1;
        }
    }

    /// <summary>The first of the addresses the sidecar listens on, as one can call it: "every interface" is no place to go.</summary>
    internal static string AddressOf(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? ConnectorApp.DefaultUrl;
        foreach (var everywhere in new[] { "//0.0.0.0", "//[::]", "//+", "//*" })
            first = first.Replace(everywhere, "//127.0.0.1", StringComparison.Ordinal);
        return first.TrimEnd('/');
    }
}
