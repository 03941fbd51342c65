using Connector.Pins;

namespace Connector.Agents;

/// <summary>A pin as a model needs it: how far it got, why it waits, and what to do next.</summary>
public sealed record ShownPin
{
    public required string Id { get; init; }
    public required string Status { get; init; }
    public required string Next { get; init; }
    public string? WaitsFor { get; init; }
    public string? Error { get; init; }
    public required string AccountId { get; init; }
    public required string BoardId { get; init; }
    public string? Title { get; init; }
    public string? LinkUrl { get; init; }
    public string? MediaUrl { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? ExpectedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? PinterestPinId { get; init; }
    public string? PinterestUrl { get; init; }
    public string? IdempotencyKey { get; init; }
    public required bool Simulated { get; init; }

    internal static ShownPin From(Pin pin) => new()
    {
        Id = pin.Id,
        Status = pin.Status,
        Next = NextStep.Of(pin.Status, pin.ErrorRemediation),
        WaitsFor = pin.WaitingFor switch
        {
            null => null,
            // Its message names operations that no tool has.
            { Code: WaitCode.Approval } => $"{WaitCode.Approval}: a person has to approve it.",
            var waiting => $"{waiting.Code}: {waiting.Message}",
        },
        Error = pin.ErrorCode is { } code ? $"{code}: {pin.ErrorMessage}" : null,
        AccountId = pin.AccountId,
        BoardId = pin.BoardId,
        Title = pin.Title,
        LinkUrl = pin.LinkUrl,
        MediaUrl = pin.MediaUrl,
        PublishAt = pin.PublishAt,
        ExpectedAt = pin.Eta?.ExpectedAt,
        PublishedAt = pin.PublishedAt,
        PinterestPinId = pin.PinterestPinId,
        PinterestUrl = pin.PinterestUrl,
        IdempotencyKey = pin.IdempotencyKey,
        Simulated = pin.Simulated,
    };
}
