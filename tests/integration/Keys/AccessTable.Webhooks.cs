using Connector.Webhooks;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    // {webhook} hears of every account, so limited keys do not see it.
    private static AccessRow[] Webhooks =>
    [
        Of<RegisterWebhook>(
            "POST /v1/webhooks", 201, 404, 403, 404, 404, """{"url":"{receiver}/new","account_ids":["{hidden}"]}"""),
        // The address of {webhook}: its owner has it already; the two limited keys share the one that they make.
        Of<RegisterWebhook>(
            "POST /v1/webhooks", 200, 201, 403, 201, 200, """{"url":"{receiver}/hidden?token=secret"}""", tells: "{webhook}"),
        Of<ListWebhooks>("GET /v1/webhooks", 200, 200, 200, 200, 200, tells: "{webhook}"),
        Of<GetWebhook>("GET /v1/webhooks/{webhook}", 200, 404, 404, 404, 404),
        Of<UpdateWebhook>("PATCH /v1/webhooks/{webhook}", 200, 404, 403, 404, 404, """{"description":"B"}"""),
        Of<DeleteWebhook>("DELETE /v1/webhooks/{webhook_to_delete}", 204, 404, 403, 404, 404),
        Of<RotateSecret>("POST /v1/webhooks/{webhook}/rotate-secret", 200, 404, 403, 404, 404),
        Of<TestWebhook>("POST /v1/webhooks/{webhook}/test", 200, 404, 403, 404, 404),
        Of<ListDeliveries>("GET /v1/webhooks/{webhook}/deliveries", 200, 404, 404, 404, 404),
        Of<Redeliver>("POST /v1/webhooks/{webhook}/deliveries/{delivery}/redeliver", 202, 404, 403, 404, 404),
        Of<ListEvents>("GET /v1/events", 200, 200, 200, 200, 200, tells: "{hidden}"),
        Of<StreamEvents>("GET /v1/events/stream?after={first_event}", 200, 200, 200, 200, 200, tells: "{hidden}") with { IsStream = true },
    ];
}
