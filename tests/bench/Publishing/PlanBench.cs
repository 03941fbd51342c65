using System.Diagnostics;
using System.Text.Json.Nodes;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Publishing;

/// <summary>How long the plan of 500 pins behind 100,000 queued ones takes, over HTTP, with rules for all pins and for some.</summary>
internal static class PlanBench
{
    private const int Planned = 500, Queued = 100_000;

    private static readonly (string Name, object Settings)[] Rules =
    [
        ("Pinterest's limits only", new { pins_per_day = (int?)null }),
        ("10,000 a day, quiet hours",
            new { pins_per_day = 10_000, quiet_hours = new { from = "22:00", to = "07:00" }, time_zone = "Europe/Berlin" }),
        ("and 5,000 a board and week", new { pins_per_board_per_week = 5000 }),
    ];

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var folder = workspace.NewFolder();
        await using (var database = await ClaimBench.QueueAsync(folder, Queued))
        {
            // For later, so that nothing is published meanwhile.
            await database.WriteAsync(sql => sql.Execute(
                """
                update workspaces set name = 'default';
                update pins set status = 'scheduled', due_at = @later, publish_at = @later, place_at = @later + place_at;
                """,
                new { later = TimeProvider.System.GetUtcNow().AddHours(2) }));
        }

        await using var sidecar = await RunningSidecar.StartAsync(published, folder);
        var account = (await sidecar.SendAsync(HttpMethod.Get, "/v1/accounts"))["items"]![0]!["id"]!;
        var plan = new
        {
            pins = Enumerable.Range(0, Planned).Select(pin => new
            {
                account_id = (string)account!,
                board_id = $"{pin % 16}",
                link_url = $"https://shop.example.com/{pin}",
                publish_at = TimeProvider.System.GetUtcNow().AddHours(3),
            }),
        };
        var lines = new List<Line>();
        foreach (var (name, settings) in Rules)
        {
            await sidecar.SendAsync(HttpMethod.Patch, $"/v1/accounts/{account}", new { settings });
            var took = new List<double>();
            JsonNode answer = new JsonObject();
            for (var round = 0; round <= size.Rounds; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                answer = await sidecar.SendAsync(HttpMethod.Post, "/v1/plan", plan);
                took.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            }

            lines.Add(new(
                $"plan of {Planned} pins behind {Line.Text(Queued, "N0")}: {name}",
                Line.Spread(took[1..], "0.00") + " s",
                "≤ 0.5 s",
                $"the first {Line.Text(took[0], "0.00")} s; the last of them would go at {answer["accounts"]![0]!["last_at"]}"));
        }

        return lines;
    }
}
