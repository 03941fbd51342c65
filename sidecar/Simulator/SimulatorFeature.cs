using Connector.Settings;
using Connector.Simulator.Api;
using Connector.Simulator.Control;
using Connector.Simulator.Faults;
using Connector.Simulator.Media;
using Connector.Simulator.OAuth;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Connector.Simulator;

/// <summary>Registers the simulator; needs the Pinterest client's registration for its address, and the guarded client's.</summary>
internal static class SimulatorFeature
{
    public static IServiceCollection AddSimulator(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<SimulatorOptions>(SimulatorOptions.Section)
            .Configure<IConfiguration>((options, settings) => options.JournalPath = JournalPath(settings));
        services.AddSingleton(new SettingsSection(SimulatorOptions.Section, typeof(SimulatorLimits)));
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(SimulatorOptions.Section).Get<SimulatorLimits>()
                ?? new SimulatorLimits());

        services.AddSingleton(provider => new Journal(provider.GetRequiredService<IOptions<SimulatorOptions>>().Value.JournalPath));
        services.AddSingleton<SimulatorState>();
        services.AddSingleton<ForeignPins>();
        services.AddSingleton<ActiveFaults>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<CallLimiter>();
        services.AddSingleton<CallPipeline>();

        services.AddSingleton<AccountOpener>();
        services.AddSingleton<GivenCodes>();
        services.AddSingleton<TokenHandlers>();
        services.AddSingleton<ConsentHandlers>();
        services.AddSingleton<ConsentPage>();
        services.AddSingleton<BoardHandlers>();
        services.AddSingleton<SectionHandlers>();
        services.AddSingleton<MediaHandlers>();
        services.AddSingleton<UploadReceiver>();
        services.AddSingleton<PinHandlers>();
        services.AddSingleton<PictureFetch>();
        services.AddSingleton<PinLists>();
        services.AddSingleton<AnalyticsHandlers>();
        services.AddSingleton<WebsiteHandlers>();
        services.AddSingleton<TrendHandlers>();
        services.AddSingleton<AudienceHandlers>();
        services.AddSingleton<CatalogHandlers>();
        services.AddSingleton<CatalogItemHandlers>();
        services.AddSingleton<ProductGroupHandlers>();
        services.AddSingleton<ControlHandlers>();
        services.AddSingleton<PinterestRoutes>();

        services.AddSingleton<SimulatorControl>();
        services.AddSingleton<SimulatorAccounts>();
        services.AddSingleton<SimulatorActions>();
        services.AddSingleton<SimulatorServer>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulatorServer>());
        return services;
    }

    private static string JournalPath(IConfiguration settings) =>
        settings[$"{SimulatorOptions.Section}:JournalPath"]
            ?? Path.Combine(settings["Connector:DataDirectory"] ?? "./data", SimulatorOptions.JournalName);
}
