using Connector.Catalogs.Feeds;
using Connector.Pinterest;

namespace Connector.Catalogs;

/// <summary>A file of products that Pinterest fetches every day, as Pinterest has it.</summary>
public sealed record Feed
{
    /// <summary>Pinterest's id.</summary>
    public required string FeedId { get; init; }
    /// <summary>null for a retail feed: Pinterest does not say it.</summary>
    public string? CatalogId { get; init; }
    /// <summary>Of which type of catalog it is: RETAIL, HOTEL or CREATIVE_ASSETS.</summary>
    public string? CatalogType { get; init; }
    public string? Name { get; init; }
    /// <summary>TSV, CSV or XML.</summary>
    public string? Format { get; init; }
    /// <summary>Where Pinterest fetches it.</summary>
    public string? Location { get; init; }
    /// <summary>ACTIVE or INACTIVE.</summary>
    public string? Status { get; init; }
    public string? DefaultCountry { get; init; }
    public string? DefaultLocale { get; init; }
    public string? DefaultCurrency { get; init; }
    /// <summary>IN_STOCK, OUT_OF_STOCK or PREORDER.</summary>
    public string? DefaultAvailability { get; init; }
    /// <summary>When Pinterest is to process it each day, such as 02:30; null when Pinterest chooses.</summary>
    public string? ScheduleTime { get; init; }
    /// <summary>In which time zone that is.</summary>
    public string? ScheduleTimezone { get; init; }
    /// <summary>Whether Pinterest fetches it with a username and a password.</summary>
    public required bool HasCredentials { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    /// <summary>How the connector watches it; null when it does not.</summary>
    public FeedWatch? Watch { get; init; }

    internal static Feed From(CatalogFeed feed, FeedWatchRow? watch) => new()
    {
        FeedId = feed.Id,
        CatalogId = feed.CatalogId,
        CatalogType = feed.CatalogType,
        Name = feed.Name,
        Format = feed.Format,
        Location = feed.Location,
        Status = feed.Status,
        DefaultCountry = feed.DefaultCountry,
        DefaultLocale = feed.DefaultLocale,
        DefaultCurrency = feed.DefaultCurrency,
        DefaultAvailability = feed.DefaultAvailability,
        ScheduleTime = feed.PreferredProcessingSchedule?.Time,
        ScheduleTimezone = feed.PreferredProcessingSchedule?.Timezone,
        HasCredentials = feed.Credentials?.Username is { Length: > 0 },
        CreatedAt = feed.CreatedAt,
        UpdatedAt = feed.UpdatedAt,
        Watch = watch is null ? null : FeedWatch.From(watch),
    };
}
