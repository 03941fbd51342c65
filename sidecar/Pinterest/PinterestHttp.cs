using System.Net;
using Connector.Common;

namespace Connector.Pinterest;

/// <summary>The pooled HTTP clients: one per environment, and one for uploads.</summary>
internal static class PinterestHttp
{
    private const string Upload = "pinterest-upload";

    public static string ClientName(PinterestEnvironment environment) => $"pinterest-{environment}";

    /// <summary>Files have a client of their own; a simulator account's files use the client that reaches only the simulator.</summary>
    public static string UploadClientName(PinterestEnvironment environment) =>
        environment == PinterestEnvironment.Simulator ? ClientName(environment) : Upload;

    public static void AddPinterestHttp(this IServiceCollection services)
    {
        services.AddHttp(ClientName(PinterestEnvironment.Production), _ => Handler());
        services.AddHttp(ClientName(PinterestEnvironment.Sandbox), _ => Handler());
        services.AddHttp(Upload, _ => Handler());
        services.AddHttp(
            ClientName(PinterestEnvironment.Simulator), provider => SimulatorHandler(provider.GetRequiredService<SimulatorAddress>()));
    }

    private static void AddHttp(this IServiceCollection services, string name, Func<IServiceProvider, SocketsHttpHandler> handler) =>
        services.AddHttpClient(name, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                http.DefaultRequestHeaders.UserAgent.ParseAdd("pinterest-connector");
            })
            .ConfigurePrimaryHttpMessageHandler(handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // PooledConnectionLifetime below renews the connections
            .RemoveAllLoggers(); // the transport writes one line per call, without queries

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null, // our trace ids are not for Pinterest
    };

    /// <summary>Connects to the simulator whatever host the URL names, so a simulator account cannot reach the internet.</summary>
    private static SocketsHttpHandler SimulatorHandler(SimulatorAddress address)
    {
        var handler = Handler();
        handler.UseProxy = false;
        handler.ConnectCallback = async (_, cancellation) =>
            await TcpConnection.OpenAsync(await address.FindAsync(cancellation), cancellation);
        return handler;
    }
}
