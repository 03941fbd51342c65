namespace Connector.Pinterest;

/// <summary>A new pin; only documented fields are ever sent.</summary>
internal sealed record PinCreate
{
    public required string BoardId { get; init; }
    public string? BoardSectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? Link { get; init; }
    public string? DominantColor { get; init; }
    public string? ParentPinId { get; init; }
    public string? SponsorId { get; init; }
    public required MediaSource MediaSource { get; init; }
}

/// <summary>Where a pin is saved to.</summary>
internal sealed record PinSave(string BoardId, string? BoardSectionId = null);

/// <summary>Which of the account's pins are listed: <paramref name="Filter"/> is Pinterest's, null for all.</summary>
internal sealed record OwnPins(string? Filter = null, bool IncludesProtected = false);

/// <summary>Pinterest took the pin: the id is the receipt.</summary>
internal sealed record PinReceipt(string PinId, int Status, string? RequestId);
