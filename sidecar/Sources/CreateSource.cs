using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Sources;

/// <summary>POST /v1/sources</summary>
internal sealed class CreateSource(SourceActions sources) : Operation<CreateSourceRequest, Created<Source>>
{
    public override void Configure()
    {
        Post("/");
        Group<SourceRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Watch a feed, a sitemap with pictures, a shop's products.json or a merchant feed: new items become pins that await approval, "
                + "and an item that changes changes its waiting pin. The first check follows at once.",
            404, 409, 422);
    }

    public override async Task<Created<Source>> ExecuteAsync(CreateSourceRequest request, CancellationToken ct)
    {
        var source = await sources.CreateAsync(Caller, request);
        return TypedResults.Created($"/v1/sources/{source.Id}", source);
    }
}
