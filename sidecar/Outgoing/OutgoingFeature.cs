using System.Net;
using Connector.Outgoing.Guard;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Connector.Outgoing;

/// <summary>Registers the client and the rules it keeps.</summary>
internal static class OutgoingServices
{
    public static IServiceCollection AddOutgoing(this IServiceCollection services)
    {
        services.AddOptions<OutgoingOptions>().Configure<IConfiguration>((network, configuration) => network.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutgoingOptions>, OutgoingOptionsCheck>();
        services.AddSingleton(provider => new AllowList(provider.GetRequiredService<IOptions<OutgoingOptions>>().Value.AllowPrivateAddresses));
        services.TryAddSingleton<Resolve>(Dns.GetHostAddressesAsync);
        return services.AddSingleton<OutgoingAddress>().AddSingleton<GuardedConnection>().AddSingleton<OutgoingClient>().AddHostedService<AllowListNotice>();
    }
}
