using System.Text.Json;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Groups;

/// <summary>Shows Pinterest's groups of products as ours.</summary>
internal static class GroupRows
{
    public static ProductGroup Of(PinterestGroup group) => new()
    {
        Id = group.Id,
        Name = group.Name,
        Description = group.Description,
        CatalogId = group.CatalogId,
        CatalogType = group.CatalogType,
        FeedId = group.FeedId,
        Country = group.Country,
        Locale = group.Locale,
        Status = group.Status,
        Type = group.Type,
        Filters = group.Filters is { ValueKind: JsonValueKind.Object } filters
            ? filters.EnumerateObject().DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value)
            : null,
        CreatedAt = TimeOf(group.CreatedAt),
        UpdatedAt = TimeOf(group.UpdatedAt),
    };

    public static string IdOf(string text) =>
        PinterestId.IsValid(text) ? text : throw NotFound($"\"{Shown.Cut(text)}\" is not a group's id");

    /// <summary>What Pinterest's refusals mean where they are about groups; null where they mean what they always do.</summary>
    public static ProblemException? ProblemOf(PinterestFailure failure) => failure switch
    {
        { Status: 404, Code: 4180 } => NotFound(failure.Message),
        { Status: 409, Code: 4178 or 4179 } => new(new(
            409, "conflict", "There is such a group already.", failure.Message,
            "Use that group, or choose another name and other filters. GET /v1/catalogs/groups lists the groups.")),
        { Status: 409, Code: 4176 or 4177 } => new(new(
            409, "conflict", "This group cannot be changed.", failure.Message,
            "Make a group of your own: POST /v1/catalogs/groups. One that is advertised is freed in Pinterest's Ads Manager.")),
        _ => null,
    };

    private static ProblemException NotFound(string detail) => new(new(
        404, "group_not_found", "There is no such group of products.", detail, "GET /v1/catalogs/groups lists the groups with their ids."));

    private static DateTimeOffset? TimeOf(long? seconds) =>
        seconds is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}
