using Connector.Bench.Accepting;
using Connector.Bench.Comparing;
using Connector.Bench.Consoles;
using Connector.Bench.Importing;
using Connector.Bench.MediaChecking;
using Connector.Bench.Publishing;
using Connector.Bench.Replicas;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Starting;
using Connector.Bench.Stored;
using Connector.Bench.Videos;
using Connector.Bench.Waiting;

namespace Connector.Bench;

/// <summary>The whole benchmark: every figure that is compared comes from the same run.</summary>
internal static class Bench
{
    /// <summary>What can be measured alone.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "starting", "idling", "accepting", "active", "batches", "burst", "publishing", "lanes", "claiming", "planning", "listing", "pages",
        "consoles", "year", "checking", "importing", "videos", "waiting",
    ];

    /// <summary>What is measured on PostgreSQL, when that is asked for.</summary>
    public static IReadOnlyList<string> PartsOnPostgres { get; } =
        ["postgres-accepting", "postgres-claiming", "postgres-idling", "postgres-draining", "postgres-news"];

    /// <summary>Measures this build, or compares it with <paramref name="against"/>, another published sidecar.</summary>
    /// <param name="size">How long.</param>
    /// <param name="markdown">The table for a document.</param>
    /// <param name="parts">What is measured.</param>
    /// <param name="published">The program to measure; null to build what is shipped.</param>
    /// <param name="against">The other program; null without one.</param>
    public static async Task<int> RunAsync(RunSize size, bool markdown, IEnumerable<string> parts, string? published, string? against)
    {
        using var workspace = new Workspace();
        if (published is null) Say("building what is shipped …");
        published ??= await workspace.PublishSidecarAsync();

        var table = new Table();
        var isComplete = true;
        if (against is not null)
        {
            table.Add(await CompareBench.RunAsync(workspace, published, against, size));
        }
        else
        {
            foreach (var part in parts)
            {
                Say($"{part} …");
                try
                {
                    var lines = await MeasureAsync(part, workspace, published, size);
                    table.Add(lines);
                    // All of it takes long: what is known can be read, and is not lost when somebody ends the rest.
                    lines.ForEach(line => Say($"  {line.What}: {line.Outcome}"));
                }
                catch (Exception error)
                {
                    // What was measured before, and what can be measured after it, is shown all the same.
                    System.Console.Error.WriteLine(error);
                    table.Add([new Line(part, "not measured", "", error.Message.ReplaceLineEndings(" "))]);
                    isComplete = false;
                }
            }
        }

        System.Console.WriteLine(markdown ? table.AsMarkdown() : table.AsText());
        return isComplete ? 0 : 1;
    }

    private static Task<List<Line>> MeasureAsync(string part, Workspace workspace, string published, RunSize size) => part switch
    {
        "starting" => StartBench.RunAsync(workspace, published, size),
        "idling" => IdleBench.RunAsync(workspace, published, size),
        "accepting" => AcceptBench.RunAsync(workspace, published, size),
        "active" => ActiveBench.RunAsync(workspace, published, size),
        "burst" => BurstBench.RunAsync(workspace, published, size),
        "lanes" => LanesBench.RunAsync(workspace, published, size),
        "claiming" => ClaimBench.RunAsync(workspace, size),
        "pages" => PageBench.RunAsync(workspace, published, size),
        "consoles" => ConsoleBench.RunAsync(workspace, published, size),
        "listing" => ListBench.RunAsync(workspace, published, size),
        "year" => YearBench.RunAsync(workspace, published, size),
        "planning" => PlanBench.RunAsync(workspace, published, size),
        "batches" => BatchBench.RunAsync(workspace, published, size),
        "checking" => MediaCheckBench.RunAsync(),
        "importing" => ImportBench.RunAsync(workspace, published, size),
        "videos" => VideoBench.RunAsync(workspace, published),
        "postgres-accepting" => AcceptOnPostgresBench.RunAsync(workspace, published, size),
        "postgres-claiming" => ClaimOnPostgresBench.RunAsync(workspace, size),
        "postgres-idling" => IdleOnPostgresBench.RunAsync(workspace, published, size),
        "postgres-draining" => DrainBench.RunAsync(workspace, published, size),
        "postgres-news" => NewsBench.RunAsync(workspace, published, size),
        "waiting" => WaitBench.RunAsync(workspace, published),
        _ => PublishBench.RunAsync(workspace, published, size),
    };

    // On standard error, so that the table can be redirected alone.
    private static void Say(string what) => System.Console.Error.WriteLine(what);
}
