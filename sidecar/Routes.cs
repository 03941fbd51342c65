using Connector.Accounts;
using Connector.Assets;
using Connector.Boards;
using Connector.Http;
using Connector.Metrics;
using Connector.Pins;
using Connector.Simulator;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Routes
{
    public static void MapConnector(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);

        v1.MapGroup("/accounts").WithTags("Accounts")
            .Add<ConnectAccount>().Add<ListAccounts>().Add<GetAccount>().Add<UpdateAccount>().Add<DeleteAccount>()
            .Add<HoldAccount>().Add<ResumeAccount>();
        v1.MapGroup("/boards").WithTags("Boards")
            .Add<ListBoards>().Add<CreateBoard>().Add<GetBoard>().Add<UpdateBoard>().Add<DeleteBoard>()
            .Add<ListSections>().Add<CreateSection>().Add<UpdateSection>().Add<DeleteSection>();
        v1.MapGroup("/pins").WithTags("Pins")
            .Add<CreatePin>().Add<CreatePins>().Add<ValidatePin>().Add<GetPin>().Add<ListPins>().Add<EditPin>().Add<CancelPin>().Add<RetryPin>().Add<ResolvePin>().Add<DeletePin>().Add<ListAttempts>().Add<ListPinDeliveries>();
        v1.MapGroup("").WithTags("Pins").Add<PlanPins>();
        v1.MapGroup("/assets").WithTags("Assets").Add<AddAsset>().Add<ListAssets>().Add<GetAsset>().Add<DeleteAsset>();
        v1.MapGroup("/pins").WithTags("Metrics").Add<GetPinMetrics>();
        v1.MapGroup("/metrics").WithTags("Metrics").Add<GetPinsMetrics>().Add<GetAccountMetrics>().Add<GetTopPins>();
        v1.MapGroup("/simulator").WithTags("Simulator").Add<OrderFault>().Add<ListFaults>().Add<ClearFaults>().Add<ResetSimulator>().Add<ListSimulatorPins>();

        app.MapGroup("").Add<Readiness>();
        app.MapOperations();
        app.MapOpenApi();
        app.MapScalar();
    }
}
