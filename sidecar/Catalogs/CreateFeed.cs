using System.ComponentModel.DataAnnotations;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;
using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Catalogs;

/// <summary>A feed of products for Pinterest to fetch every day.</summary>
public sealed record CreateFeedRequest : FeedSettings
{
    /// <summary>Where its products are sold, such as US.</summary>
    [Required, Pattern("^[A-Z]{2}$", ErrorMessage = "must be a country of two letters, such as US.")]
    public string DefaultCountry { get; init; } = "";

    /// <summary>In which language they are described, such as en-US.</summary>
    [Required, Pattern("^[a-z]{2}(-[A-Z0-9]{2,3})?$", ErrorMessage = "must be a language such as en-US.")]
    public string DefaultLocale { get; init; } = "";

    /// <summary>The catalog; Pinterest takes that of the type if it is left out.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be a catalog's id, which is digits.")]
    public string? CatalogId { get; init; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, value) in new[] { ("name", Name), ("format", Format), ("location", Location) })
            if (value is null) yield return new ValidationResult("is missing.", [name]);
        foreach (var wrong in base.Validate(validationContext)) yield return wrong;
    }

    internal override Dictionary<string, object?> Fields()
    {
        var fields = base.Fields();
        fields["default_country"] = DefaultCountry;
        fields["default_locale"] = DefaultLocale;
        if (CatalogId is not null) fields["catalog_id"] = CatalogId;
        return fields;
    }
}

/// <summary>For which account.</summary>
public sealed record CreateFeedCall : CatalogCall
{
    [FromBody, RequiredBody]
    public CreateFeedRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/catalogs/feeds</summary>
internal sealed class CreateFeed(FeedActions feeds) : Operation<CreateFeedCall, Created<Feed>>
{
    public override void Configure()
    {
        Post("/feeds");
        Group<CatalogRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Make a feed: Pinterest fetches the file and turns its products into pins, now and every day. The feed is watched from now on. "
                + "The account needs the scopes catalogs:read and catalogs:write, and a claimed website.",
            404, 409);
    }

    public override async Task<Created<Feed>> ExecuteAsync(CreateFeedCall call, CancellationToken ct)
    {
        var feed = await feeds.CreateAsync(Caller, call, call.Body.Fields(), ct);
        return TypedResults.Created($"/v1/catalogs/feeds/{feed.FeedId}", feed);
    }
}
