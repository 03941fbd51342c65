using Connector.Assets;
using Connector.Http;
using Connector.Pacing;
using Connector.Pins;
using Connector.Simulator;
using Connector.Webhooks;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Routes
{
    public static void MapConnector(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);

        v1.MapGroup("/accounts").WithTags("Accounts").Add<GetRateMeter>();
        v1.MapGroup("/pins").WithTags("Pins")
            .Add<CreatePin>().Add<CreatePins>().Add<ValidatePin>().Add<GetPin>().Add<ListPins>().Add<EditPin>().Add<CancelPin>().Add<RetryPin>().Add<ResolvePin>().Add<DeletePin>().Add<ListAttempts>().Add<ListPinDeliveries>();
        v1.MapGroup("").WithTags("Pins").Add<PlanPins>();
        v1.MapGroup("/assets").WithTags("Assets").Add<AddAsset>().Add<ListAssets>().Add<GetAsset>().Add<DeleteAsset>();
        v1.MapGroup("/webhooks").WithTags("Webhooks")
            .Add<RegisterWebhook>().Add<ListWebhooks>().Add<GetWebhook>().Add<UpdateWebhook>().Add<DeleteWebhook>()
            .Add<RotateSecret>().Add<TestWebhook>().Add<ListDeliveries>().Add<Redeliver>();
        v1.MapGroup("/events").WithTags("Webhooks").Add<ListEvents>().Add<StreamEvents>();
        v1.MapGroup("/simulator").WithTags("Simulator").Add<OrderFault>().Add<ListFaults>().Add<ClearFaults>().Add<ResetSimulator>().Add<ListSimulatorPins>();

        app.MapGroup("").Add<Health>();
        app.MapOperations();
        app.MapOpenApi();
        app.MapScalar();
    }
}
