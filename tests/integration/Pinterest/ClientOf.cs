using Connector.Pinterest;
using Connector.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pinterest;

/// <summary>The client against a server of the test's choosing, in the place of Pinterest's production host.</summary>
internal sealed class ClientOf : IDisposable
{
    private readonly ServiceProvider _services;

    public ClientOf(string url, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
            .AddInMemoryCollection([new("Connector:Pinterest:ApiBaseUrl", url)])
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock ?? TimeProvider.System)
            .AddLogging()
            .AddPinterest()
            .BuildServiceProvider();
    }

    public CountingMeter Meter { get; } = new();
    public PinterestClient Pinterest => _services.GetRequiredService<PinterestClient>();
    public MediaUpload Uploads => _services.GetRequiredService<MediaUpload>();
    public PinterestClock PinterestClock => _services.GetRequiredService<PinterestClock>();
    public PinterestSession Session => new(PinterestEnvironment.Production, "pina_x", Meter);

    public Task<PinReceipt> CreatePinAsync(CancellationToken cancellation = default) =>
        Pinterest.CreatePinAsync(
            Session, new PinCreate { BoardId = "1", MediaSource = new ImageUrlSource("https://example.com/a.jpg") }, cancellation);

    public Task<UserAccount> GetUserAccountAsync(CancellationToken cancellation = default) =>
        Pinterest.GetUserAccountAsync(Session, cancellation);

    public void Dispose() => _services.Dispose();
}
