using Connector.Http;
using Connector.Pacing;
using Connector.Webhooks;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Routes
{
    public static void MapConnector(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);

        v1.MapGroup("/accounts").WithTags("Accounts").Add<GetRateMeter>();
        v1.MapGroup("/webhooks").WithTags("Webhooks")
            .Add<RegisterWebhook>().Add<ListWebhooks>().Add<GetWebhook>().Add<UpdateWebhook>().Add<DeleteWebhook>()
            .Add<RotateSecret>().Add<TestWebhook>().Add<ListDeliveries>().Add<Redeliver>();
        v1.MapGroup("/events").WithTags("Webhooks").Add<ListEvents>().Add<StreamEvents>();

        app.MapGroup("").Add<Health>();
        app.MapOperations();
        app.MapOpenApi();
        app.MapScalar();
    }
}
