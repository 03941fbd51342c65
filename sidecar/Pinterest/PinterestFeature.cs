using System.Net;
using System.Net.Sockets;
using Connector.Pinterest.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Pinterest;

/// <summary>Registers the client, one pooled HTTP client per environment, and one for uploads.</summary>
internal static class PinterestServices
{
    private const string Upload = "pinterest-upload";

    public static IServiceCollection AddPinterest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SimulatorAddress>();
        services.AddOptions<PinterestOptions>().BindConfiguration(PinterestOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<PinterestClock>();
        services.AddSingleton<PinterestTransport>();
        services.AddSingleton<PinterestClient>();
        services.AddSingleton<MediaUpload>();

        services.AddHttp(HttpClientName(PinterestEnvironment.Production), _ => Handler());
        services.AddHttp(HttpClientName(PinterestEnvironment.Sandbox), _ => Handler());
        services.AddHttp(Upload, _ => Handler());
        services.AddHttp(HttpClientName(PinterestEnvironment.Simulator), provider => SimulatorHandler(provider.GetRequiredService<SimulatorAddress>()));
        return services;
    }

    public static string HttpClientName(PinterestEnvironment environment) => $"pinterest-{environment}";

    /// <summary>Files go out through a client of their own; the simulator's through the one that reaches nothing else.</summary>
    public static string UploadClientName(PinterestEnvironment environment) =>
        environment == PinterestEnvironment.Simulator ? HttpClientName(environment) : Upload;

    private static void AddHttp(this IServiceCollection services, string name, Func<IServiceProvider, SocketsHttpHandler> handler) =>
        services.AddHttpClient(name, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                http.DefaultRequestHeaders.UserAgent.ParseAdd("pinterest-connector");
            })
            .ConfigurePrimaryHttpMessageHandler(handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections age in the pool below
            .RemoveAllLoggers(); // the transport writes one line per call, without queries

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null, // our trace ids are none of Pinterest's business
    };

    /// <summary>Connects to the simulator whatever host the URL names, so a simulator account cannot reach the internet.</summary>
    private static SocketsHttpHandler SimulatorHandler(SimulatorAddress address)
    {
        var handler = Handler();
        handler.UseProxy = false;
        handler.ConnectCallback = async (_, cancellation) =>
        {
            var endPoint = await address.FindAsync(cancellation);
            var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return handler;
    }
}
