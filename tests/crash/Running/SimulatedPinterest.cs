using Connector.Outgoing;
using Connector.Pinterest;
using Connector.Simulator;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Crash.Running;

/// <summary>
/// The simulated Pinterest, in this process: it keeps running when the sidecar is killed, and has every pin that was published.
/// </summary>
internal sealed class SimulatedPinterest : IAsyncDisposable
{
    private const int Unlimited = 100_000_000;

    private static readonly SimulatorLimits NoLimits =
        new() { OrgWritePerMinute = Unlimited, OrgReadPerMinute = Unlimited, PerSecond = Unlimited };

    // Answers to a create that Pinterest does not document.
    private static readonly int[] Undocumented = [302, 402, 405, 406, 408, 409, 410, 413, 418, 425, 451, 499];

    private readonly ServiceProvider _services;

    private SimulatedPinterest(ServiceProvider services, Uri url) => (_services, Url) = (services, url);

    public Uri Url { get; }

    /// <summary>Every pin that is there, of all accounts.</summary>
    public IReadOnlyList<SimulatedPin> Pins => _services.GetRequiredService<ControlHandlers>().Pins(null);

    /// <summary>The last calls, the oldest first.</summary>
    public IReadOnlyList<SeenRequest> Requests => _services.GetRequiredService<RequestLog>().Requests;

    /// <summary>Calls that were more than an account may make in any minute or second.</summary>
    public IReadOnlyList<Violation> Violations => _services.GetRequiredService<CallLimiter>().Violations;

    /// <summary>How many videos arrived whole.</summary>
    public int Uploads
    {
        get
        {
            var state = _services.GetRequiredService<SimulatorState>();
            lock (state.Gate) return state.Accounts.Sum(account => account.Media.Values.Count(media => media.UploadedAt is not null));
        }
    }

    /// <param name="isLimited">With Pinterest's limits of calls.</param>
    public static async Task<SimulatedPinterest> StartAsync(bool isLimited = false)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new($"{SimulatorOptions.Section}:JournalPath", ""),
                new($"{SimulatorOptions.Section}:MediaProcessing", "00:00:01"),
            ])
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddOutgoing()
            .AddPinterest()
            .AddSimulator()
            .AddSingleton(isLimited ? new SimulatorLimits() : NoLimits)
            .BuildServiceProvider();
        await services.GetRequiredService<SimulatorServer>().StartAsync(CancellationToken.None);
        return new SimulatedPinterest(
            services, new Uri($"http://{await services.GetRequiredService<SimulatorAddress>().FindAsync(CancellationToken.None)}"));
    }

    /// <summary>Faults that leave the outcome of a few percent of an account's creates unknown; none refuses a pin for good.</summary>
    public void OrderFaults(string account, int seed)
    {
        (string Fault, double Probability, double? Seconds, int? Status)[] kinds =
        [
            ("accept_then_drop", 0.01, null, null),
            ("error_after_create", 0.01, null, null),
            ("drop_before_read", 0.01, null, null),
            ("undocumented_after_create", 0.01, null, 409),
            ("undocumented", 0.01, null, Undocumented[seed % Undocumented.Length]),
            ("slow_headers", 0.02, 0.5, null),
            ("list_lag", 0.02, 1.5, null),
        ];
        var faults = _services.GetRequiredService<ActiveFaults>();
        foreach (var (index, (fault, probability, seconds, status)) in kinds.Index())
        {
            faults.Add(new FaultRule(account, fault)
            {
                Probability = probability,
                Seconds = seconds,
                Status = status,
                Times = int.MaxValue,
                Seed = seed * kinds.Length + index,
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<SimulatorServer>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
