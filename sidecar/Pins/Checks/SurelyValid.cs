using Connector.Http;
using Connector.Pins.Intake;

namespace Connector.Pins.Checks;

/// <summary>
/// Whether a pin is surely valid, as most are: for these the attributes of its fields need not be asked, which takes a quarter of the time
/// of an accepted pin. In doubt it is not.
/// </summary>
internal static class SurelyValid
{
    private const int LongestId = 32;

    public static bool Is(CreatePinRequest pin) => AreFieldsRight(pin) && IsPicture(pin) && pin.BoardId is null != pin.Board is null;

    private static bool AreFieldsRight(CreatePinRequest pin) =>
        IsShort(pin.AccountId, 64)
        && IsNumber(pin.BoardId)
        && IsShort(pin.Board, 400, least: 1)
        && IsNumber(pin.BoardSectionId)
        // Each look at a text would clean it again.
        && pin.CleanTexts is not true
        && IsShort(pin.Title, 100)
        && IsShort(pin.Description, 800)
        && IsShort(pin.AltText, 500)
        && IsPlain(pin.LinkUrl)
        && pin is { DominantColor: null, ParentPinId: null, SponsorId: null, AdAccountId: null }
        && pin.LeadDays is null
        && pin.Priority is >= -10 and <= 10
        && IsShort(pin.IdempotencyKey, 255, least: 1)
        && IsShort(pin.ChosenBy, 200)
        && IsShort(pin.CallbackUrl, 2048)
        && MetadataRules.Check(pin.Metadata) is null;

    // Videos, carousels and pictures with a type are rarer, and their rules are many.
    private static bool IsPicture(CreatePinRequest pin) =>
        pin is { VideoUrl: null, Carousel: null, CoverImageUrl: null, CoverAssetId: null, CoverTimeSeconds: null, ImageContentType: null }
        && One(pin.ImageUrl) + One(pin.ImageBase64) + One(pin.AssetId) == 1
        && IsPlain(pin.ImageUrl)
        && IsShort(pin.AssetId, 64)
        && (pin.SnapshotMedia is null || pin.ImageUrl is not null);

    private static int One(string? text) => text is null ? 0 : 1;

    // Lengths count code points, which are never more than units of UTF-16.
    private static bool IsShort(string? text, int most, int least = 0) =>
        text is null || (text.Length >= least && text.Length <= most && !text.Contains('\0', StringComparison.Ordinal));

    private static bool IsNumber(string? text) =>
        text is null || (text.Length is > 0 and <= LongestId && !text.AsSpan().ContainsAnyExceptInRange('0', '9'));

    private static bool IsPlain(string? address) => address is null || PlainAddress.Is(address);
}
