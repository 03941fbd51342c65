using Connector.Outgoing;
using Connector.Pinterest;
using Connector.Simulator;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Support;

/// <summary>A running simulator and a client that talks to it over loopback HTTP.</summary>
internal sealed class SimulatorFixture : IAsyncDisposable
{
    public static readonly AppCredentials App = new("1234567", "app-secret");
    private readonly ServiceProvider _services;

    private SimulatorFixture(ServiceProvider services, ManualClock clock)
    {
        _services = services;
        Clock = clock;
    }

    public string BaseUrl { get; private set; } = "";

    public ManualClock Clock { get; }
    public CountingMeter Meter { get; } = new();
    public PinterestClient Pinterest => Get<PinterestClient>();
    public MediaUpload Uploads => Get<MediaUpload>();
    public ActiveFaults Faults => Get<ActiveFaults>();
    public CallLimiter Limiter => Get<CallLimiter>();
    public ControlHandlers Control => Get<ControlHandlers>();
    public RequestLog Log => Get<RequestLog>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Remembers nothing unless a journal path is given.</summary>
    public static async Task<SimulatorFixture> StartAsync(
        ManualClock? clock = null, string? journal = null, Action<IServiceCollection>? also = null,
        params (string Name, string Value)[] settings)
    {
        clock ??= new ManualClock();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .Prepend(("Connector:Simulator:JournalPath", journal ?? ""))
                .Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug))
            .AddOutgoing()
            .AddPinterest()
            .AddSimulator();
        also?.Invoke(services);

        var fixture = new SimulatorFixture(services.BuildServiceProvider(), clock);
        foreach (var hosted in fixture._services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        fixture.BaseUrl = $"http://{await fixture.Get<SimulatorAddress>().FindAsync(CancellationToken.None)}";
        return fixture;
    }

    public Task<TokenGrant> GrantAsync(string user = "maria") =>
        Pinterest.ExchangeCodeAsync(PinterestEnvironment.Simulator, App, user, "http://localhost/oauth/callback", CancellationToken.None);

    public async Task<PinterestSession> SessionAsync(string user = "maria") =>
        new(PinterestEnvironment.Simulator, (await GrantAsync(user)).AccessToken, Meter);

    /// <summary>The first board everybody has.</summary>
    public async Task<string> BoardIdAsync(PinterestSession session) =>
        (await Pinterest.ListBoardsAsync(session, null, null, 1, CancellationToken.None)).Items[0].Id;

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
