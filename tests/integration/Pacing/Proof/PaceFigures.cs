using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pacing.Proof;

/// <summary>The results of a run: how fast each account was, and how large the errors of the predictions were.</summary>
internal static class PaceFigures
{
    /// <summary>When each pin of an account went out, oldest first; by id of the pin.</summary>
    public static List<(string PinId, DateTimeOffset At)> Starts(this PaceWorld world, params IReadOnlyList<PacedAccount> accounts) =>
        world.Query<(string, DateTimeOffset)>(
            "select pin_id, started_at from attempts where (outcome = 'accepted' or conclusion = 'found') and account_id in "
                + $"({string.Join(", ", accounts.Select(account => $"'{account.Id}'"))}) order by started_at");

    public static long Refusals(this PaceWorld world, PacedAccount account) => world.Query<long>(
        $"select count(*) from attempts where account_id = '{account.Id}' and http_status = 429")[0];

    public static List<Violation> Violations(this PaceWorld world, PacedAccount account)
    {
        var user = world.Pinterest.Services.GetRequiredService<SimulatorState>().FindAccount(account.Name)!.Id;
        return [.. world.Pinterest.Services.GetRequiredService<CallLimiter>().Violations.Where(violation => violation.AccountId == user)];
    }

    /// <summary>
    /// Share of the calls allowed that were made while the sidecar ran: from the end of the first window to its stop, and from a window
    /// after that to the last call.
    /// </summary>
    public static double Utilisation(IReadOnlyList<DateTimeOffset> starts, DateTimeOffset stoppedAt, int allowed, TimeSpan window)
    {
        (DateTimeOffset From, DateTimeOffset To)[] lives = [(starts[0] + window, stoppedAt), (stoppedAt + window, starts[^1])];
        var windows = lives.Sum(life => (life.To - life.From) / window);
        return starts.Count(start => lives.Any(life => start >= life.From && start < life.To)) / (allowed * windows);
    }

    /// <summary>When every waiting pin is expected to go, as the API says.</summary>
    public static async Task<List<(string PinId, DateTimeOffset At, DateTimeOffset Said)>> PredictAsync(this PaceWorld world)
    {
        var predictions = new List<(string, DateTimeOffset, DateTimeOffset)>();
        string? cursor = null;
        do
        {
            var page = await world.Sidecar.GetAsync($"/v1/pins?status=queued&limit=250{(cursor is null ? "" : $"&cursor={cursor}")}");
            predictions.AddRange(page["items"]!.AsArray().Select(
                pin => ((string)pin!["id"]!, DateTimeOffset.Parse((string)pin["eta"]!["expected_at"]!), world.Clock.GetUtcNow())));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);
        return predictions;
    }

    /// <summary>Median error in seconds, and the 95th percentile of errors in per cent of the time that was predicted.</summary>
    public static (double Median, double Percent) Errors(
        IEnumerable<(string PinId, DateTimeOffset At, DateTimeOffset Said)> predictions, IReadOnlyDictionary<string, DateTimeOffset> starts)
    {
        var errors = predictions.Where(p => starts.ContainsKey(p.PinId))
            .Select(p => (Off: (starts[p.PinId] - p.At).Duration().TotalSeconds, Ahead: (starts[p.PinId] - p.Said).TotalSeconds))
            .ToList();
        var shares = errors.Select(e => 100 * e.Off / Math.Max(1, e.Ahead)).Order().ToList();
        return (errors.Select(e => e.Off).Order().ElementAt(errors.Count / 2), shares[(int)(shares.Count * 0.95)]);
    }
}
