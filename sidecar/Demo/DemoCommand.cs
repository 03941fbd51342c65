namespace Connector.Demo;

/// <summary><c>connector demo</c>: publishes a product catalogue to the built-in simulator and shows how it goes.</summary>
internal static class DemoCommand
{
    private const string Usage =
        """
        connector demo                  publishes the twelve products that come with the connector
        connector demo --catalog FILE   publishes your own CSV with the columns title,description,link,image,board
        Everything goes to the built-in simulator: no Pinterest account is needed and nothing leaves this machine.
        """;

    private const string Next =
        """

        What just happened: a whole connector ran here against a Pinterest of its own. It took each row at once and durably, paced
        them under Pinterest's limits, and published each exactly once. What the demo wrote is deleted again. Now start one that stays:

          dotnet run --project sidecar

        It prints an API key. With it, publish a first pin from a second terminal, again to the simulator:

          curl http://127.0.0.1:5280/v1/pins -H "Authorization: Bearer YOUR_KEY" -H "Content-Type: application/json" \
            -d '{"board":"Home decor","title":"Hello","image_url":"https://example.com/hello.jpg"}'
        """;

    public static Task<int> RunAsync(string[] args)
    {
        var clock = new DemoClock();
        return RunAsync(
            args,
            settings => ConnectorApp.Build(settings, services => services.AddSingleton<TimeProvider>(clock)),
            System.Console.Out,
            clock);
    }

    private static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build, TextWriter output, DemoClock clock)
    {
        if (args is not ([] or ["--catalog", _]))
        {
            output.WriteLine(Usage);
            return args is ["--help"] or ["-h"] ? 0 : 2;
        }

        var path = args.ElementAtOrDefault(1) ?? CatalogFile.Bundled;
        try
        {
            var catalog = new CatalogFile(path);
            return await RunAsync(catalog, catalog.Read(), build, output, clock);
        }
        catch (CatalogException problem)
        {
            output.WriteLine($"The catalogue {path} {problem.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(
        CatalogFile catalog, IReadOnlyList<CatalogRow> rows, Func<string[], WebApplication> build, TextWriter output, DemoClock clock)
    {
        await using var sidecar = new DemoSidecar(build);
        await sidecar.StartAsync();
        output.WriteLine($"A connector runs at {sidecar.Address} with a simulated Pinterest; nothing leaves this machine.");
        output.WriteLine(
            $"It plays a limit of {DemoSidecar.CreatesAMinute} creates a minute, so that you see pins wait; Pinterest's own is 100 "
                + "for each account.");

        using var http = sidecar.CreateClient();
        var width = System.Console.IsOutputRedirected ? 140 : Math.Max(100, System.Console.WindowWidth - 1);
        var run = new DemoRun(new DemoClient(http, clock), catalog, rows, LiveLines.ForConsole(output, rows.Count), output, width, clock);
        try
        {
            var isDone = await run.RunAsync(sidecar.Stopping);
            output.WriteLine(isDone
                ? Next
                : $"Nothing has changed for {DemoLine.WatchLimit.TotalMinutes} minutes, so the demo ends here; "
                    + "the table says what each row waits for.");
            return isDone ? 0 : 1;
        }
        catch (Exception) when (sidecar.Stopping.IsCancellationRequested)
        {
            output.WriteLine("\nStopped. What the demo wrote is deleted again.");
            return 130; // what a shell expects after Ctrl-C
        }
        catch (Exception problem) when (problem is DemoRefusedException or HttpRequestException)
        {
            output.WriteLine($"\nThe demo cannot go on: {problem.Message}");
            return 1;
        }
    }
}
