using System.Text.Json;
using Connector.Http;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>What a caller asked to be published, and how far it got.</summary>
public sealed record Pin
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    /// <summary>Whether it is a pin of the simulator: its ids and addresses look like Pinterest's, and nothing is behind them.</summary>
    public required bool Simulated { get; init; }
    /// <summary>awaiting_approval, scheduled, queued, publishing, published, failed, unconfirmed or canceled.</summary>
    [OneOf(typeof(PinStatus))]
    public required string Status { get; init; }
    /// <summary>image, video or carousel.</summary>
    [OneOf("PinMediaType", PinContent.ImageType, PinContent.VideoType, PinContent.CarouselType)]
    public required string MediaType { get; init; }
    /// <summary>The image's or video's address as given; null when a file was.</summary>
    public string? MediaUrl { get; init; }
    /// <summary>The file it is made of, where there is one.</summary>
    public string? AssetId { get; init; }
    /// <summary>The pictures of a carousel.</summary>
    public IReadOnlyList<CarouselSlide>? Carousel { get; init; }
    public string? CoverImageUrl { get; init; }
    public string? CoverAssetId { get; init; }
    public long? CoverTimeSeconds { get; init; }
    public required string BoardId { get; init; }
    public string? BoardSectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? LinkUrl { get; init; }
    public string? DominantColor { get; init; }
    /// <summary>Pinterest's id of the pin that it is made from.</summary>
    public string? ParentPinId { get; init; }
    /// <summary>Pinterest's id of the account that is asked for a paid partnership.</summary>
    public string? SponsorId { get; init; }
    /// <summary>The ad account in whose owner's name it is published.</summary>
    public string? AdAccountId { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    /// <summary>The season of its event; null when it has none.</summary>
    public Season? Season { get; init; }
    /// <summary>-10 to 10; a higher one is published first.</summary>
    public long Priority { get; init; }
    public string? PinterestPinId { get; init; }
    public string? PinterestUrl { get; init; }
    public string? IdempotencyKey { get; init; }
    public long AttemptCount { get; init; }
    /// <summary>Why it is not published yet; null once its status is final.</summary>
    public WaitingFor? WaitingFor { get; init; }
    /// <summary>When it is expected to be published; null once its status is final, and until it is approved where it has to be.</summary>
    public Eta? Eta { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    /// <summary>What to do about the error.</summary>
    public string? ErrorRemediation { get; init; }
    /// <summary>Whether POST …/retry may succeed without a change.</summary>
    public bool? Retryable { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public string? ChosenBy { get; init; }
    /// <summary>Who approved it: the person that the approval names, else the name of the API key; null until it is approved.</summary>
    public string? ApprovedBy { get; init; }
    /// <summary>When it was approved; an edit that asks again takes both back.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    /// <summary>When it has just been accepted or changed: what could do better; null otherwise.</summary>
    public IReadOnlyList<Check>? Warnings { get; init; }
    /// <summary>How a published pin is on Pinterest: where that was asked for, and after a change of it; null otherwise.</summary>
    public LivePin? Live { get; init; }

    private static readonly Dictionary<string, string> NoMetadata = [];

    /// <param name="row">The pin as it is stored.</param>
    /// <param name="simulated">Whether its account is one of the simulator.</param>
    /// <param name="waiting">Why it waits.</param>
    /// <param name="eta">When it is expected to go.</param>
    /// <param name="first">While nobody knows that: the first time at which it could go.</param>
    internal static Pin From(PinRow row, bool simulated, WaitingFor? waiting = null, Eta? eta = null, DateTimeOffset? first = null) => new()
    {
        Id = row.Id,
        AccountId = row.AccountId,
        Simulated = simulated,
        Status = row.Status,
        MediaType = row.MediaType,
        MediaUrl = row.MediaUrl,
        AssetId = row.AssetId,
        Carousel = PinContent.SlidesOf(row),
        CoverImageUrl = row.CoverUrl,
        CoverAssetId = row.CoverAssetId,
        CoverTimeSeconds = row.CoverSeconds,
        BoardId = row.BoardId,
        BoardSectionId = row.BoardSectionId,
        Title = row.Title,
        Description = row.Description,
        AltText = row.AltText,
        LinkUrl = row.LinkUrl,
        DominantColor = row.DominantColor,
        ParentPinId = row.ParentPinId,
        SponsorId = row.SponsorId,
        AdAccountId = row.AdAccountId,
        PublishAt = row.PublishAt,
        Season = row.Season is { } season
            ? Season.Of(season, row.PublishedAt ?? eta?.ExpectedAt ?? eta?.NotBefore ?? first ?? row.UpdatedAt)
            : null,
        Priority = row.Priority,
        PinterestPinId = row.PinterestPinId,
        PinterestUrl = row.PinterestPinId is { } id ? $"https://www.pinterest.com/pin/{id}/" : null,
        IdempotencyKey = row.IdempotencyKey,
        AttemptCount = row.AttemptCount,
        WaitingFor = waiting,
        Eta = eta,
        ErrorCode = row.ErrorCode,
        ErrorMessage = row.ErrorMessage,
        ErrorRemediation = row.ErrorRemediation,
        Retryable = row.Retryable,
        Metadata = row.Metadata is null ? NoMetadata : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Metadata)!,
        ChosenBy = row.ChosenBy,
        ApprovedBy = row.ApprovedBy,
        ApprovedAt = row.ApprovedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        PublishedAt = row.PublishedAt,
    };
}

/// <summary>Why a pin waits, in words, and until when; <c>until</c> is null when nobody can know.</summary>
public sealed record WaitingFor(
    [property: OneOf(typeof(WaitCode))] string Code,
    string Message,
    DateTimeOffset? Until);

/// <summary>
/// When a pin is expected to be published: not before then; probably then (null while its account is held); and its position among its
/// account's pins (1 = next).
/// </summary>
public sealed record Eta(DateTimeOffset NotBefore, DateTimeOffset? ExpectedAt, long? Position);
