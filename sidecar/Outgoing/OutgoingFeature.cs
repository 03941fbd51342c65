using System.Net;
using Connector.Outgoing.Guard;
using Connector.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Connector.Outgoing;

/// <summary>Registers the client for callers' URLs, and the rules it follows.</summary>
internal static class OutgoingFeature
{
    public static IServiceCollection AddOutgoing(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsSection(OutgoingOptions.Section, typeof(OutgoingOptions)));
        services.AddOptions<OutgoingOptions>().Configure<IConfiguration>((options, configuration) => options.Read(configuration));
        services.AddSingleton(
            provider => new AllowList(provider.GetRequiredService<IOptions<OutgoingOptions>>().Value.AllowPrivateAddresses));
        services.TryAddSingleton<Resolve>(Dns.GetHostAddressesAsync);
        services.AddSingleton<OutgoingAddress>();
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<OutgoingClient>();
        services.AddSingleton<OpenedClient>();
        services.AddHostedService<AllowListNotice>();
        return services;
    }
}
