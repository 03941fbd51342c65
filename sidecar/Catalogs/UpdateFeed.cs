using System.ComponentModel.DataAnnotations;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Catalogs;

/// <summary>What changes about a feed; what is left out stays.</summary>
public sealed record UpdateFeedRequest : FeedSettings
{
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fields().Count == 1) yield return new ValidationResult("must name something that changes.", ["body"]);
        foreach (var wrong in base.Validate(validationContext)) yield return wrong;
    }
}

/// <summary>Which feed changes, and how.</summary>
public sealed record UpdateFeedCall : FeedCall
{
    [FromBody, RequiredBody]
    public UpdateFeedRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/catalogs/feeds/{feed_id}</summary>
internal sealed class UpdateFeed(FeedActions feeds) : Operation<UpdateFeedCall, Feed>
{
    public override void Configure()
    {
        Patch("/feeds/{feed_id}");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe("Change a feed; its country and language stay what they were.", 404, 409);
    }

    public override Task<Feed> ExecuteAsync(UpdateFeedCall call, CancellationToken ct) =>
        feeds.UpdateAsync(Caller, call, call.Body.Fields(), ct);
}
