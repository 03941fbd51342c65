using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Connector.Simulator;

/// <summary>Registers the simulator; needs the Pinterest client's registration for its address.</summary>
internal static class SimulatorServices
{
    public static IServiceCollection AddSimulator(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section)
            .Configure<IConfiguration>((options, settings) =>
                options.JournalPath = settings[$"{SimulatorOptions.Section}:JournalPath"]
                    ?? Path.Combine(settings["Connector:DataDirectory"] ?? "./data", "simulator.jsonl"));

        services.AddSingleton(provider => new Journal(provider.GetRequiredService<IOptions<SimulatorOptions>>().Value.JournalPath));
        services.AddSingleton<SimulatorState>();
        services.AddSingleton<FaultOrders>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(SimulatorOptions.Section).Get<SimulatorLimits>() ?? new SimulatorLimits());
        services.AddSingleton<CallLimiter>();

        services.AddSingleton<CallPipeline>();
        services.AddSingleton<OAuthCalls>();
        services.AddSingleton<BoardCalls>();
        services.AddSingleton<SectionCalls>();
        services.AddSingleton<MediaCalls>();
        services.AddSingleton<UploadReceiver>();
        services.AddSingleton<PinCalls>();
        services.AddSingleton<ForeignPins>();
        services.AddSingleton<PinLists>();
        services.AddSingleton<AnalyticsCalls>();
        services.AddSingleton<ControlCalls>();
        services.AddSingleton<SimulatorRoutes>();
        services.AddSingleton<SimulatorServer>();
        services.AddSingleton<SimulatorControl>();
        services.AddSingleton<SimulatorAccounts>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulatorServer>());
        return services;
    }
}
