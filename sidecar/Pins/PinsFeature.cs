using Connector.Accounts;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Lifecycle;
using Connector.Pins.Media;
using Connector.Pins.Plans;
using Connector.Pins.Queues;
using Connector.Pins.View;
using Connector.Settings;

namespace Connector.Pins;

/// <summary>Puts together what accepts, shows and keeps pins.</summary>
internal static class PinsFeature
{
    public static IServiceCollection AddPins(this IServiceCollection services)
    {
        services.AddSingleton<PinStore>();
        services.AddSingleton<PinTransitions>();
        services.AddSingleton<PinApproval>();
        services.AddSingleton<PinActions>();
        services.AddSingleton<EditedPlaces>();
        services.AddSingleton<PinEdits>();
        services.AddSingleton<PublishedPins>();
        services.AddSingleton<AttemptStore>();
        services.AddSingleton<LinkHolds>();
        services.AddSingleton<PinChanges>();
        services.AddSingleton<QueueChanges>();
        services.AddSingleton<IAccountTransitionHandler, AccountTransitions>();
        services.AddSettings<PinRetentionOptions>(PinRetentionOptions.Section);
        services.AddHostedService<PinRetention>();

        services.AddSingleton<MediaFiles>();
        services.AddSingleton<ImageBytes>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<RequestReferences>();
        services.AddSingleton<EarlierPins>();
        services.AddSingleton<PinPreparation>();
        services.AddSingleton<PinIntake>();

        services.AddSingleton<AddressChecks>();
        services.AddSingleton<MediaInspector>();
        services.AddSingleton<LinkInspector>();
        services.AddSingleton<NetworkChecks>();
        services.AddSingleton<RecentPins>();
        services.AddSingleton<PinAdvice>();
        services.AddSingleton<PinInspector>();
        services.AddSingleton<NewPins>();

        services.AddSingleton<Planner>();
        services.AddSingleton<PinBatch>();
        services.AddSingleton<PinSpread>();
        services.AddSingleton<PinView>();
        services.AddSingleton<PinWait>();
        services.AddSingleton<PinList>();
        services.AddSingleton<PinPlans>();
        services.AddSingleton<PinOverview>();
        services.AddSingleton<PinOrigins>();
        services.AddSingleton<QueueParts>();
        services.AddSingleton<QueueOrder>();
        services.AddSingleton<PinQueue>();
        services.AddSingleton<PinLife>();
        return services;
    }
}
