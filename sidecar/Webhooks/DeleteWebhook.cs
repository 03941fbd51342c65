using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Webhooks;

/// <summary>DELETE /v1/webhooks/{id}</summary>
internal sealed class DeleteWebhook(WebhookActions actions) : Operation<IdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a webhook with its log; what is on its way to it is given up.", 404);
    }

    public override async Task<NoContent> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        await actions.DeleteAsync(Caller, call.Id);
        return TypedResults.NoContent();
    }
}
