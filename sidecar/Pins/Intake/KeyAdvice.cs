using System.Buffers;
using Connector.Http;
using Connector.Pins.Texts;

namespace Connector.Pins.Intake;

/// <summary>Whether an idempotency key is likely to be the one that was meant.</summary>
internal static class KeyAdvice
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-_:./|#=+~,; ");

    /// <summary>Whether the key ends where a value should follow, as "sheet-products-" does: then every row has the same key.</summary>
    public static bool MayBeBlank(string key)
    {
        var last = key.AsSpan().LastIndexOfAny(Separators);
        return Separators.Contains(key[^1]) || Placeholders.IsMissing(key.AsSpan(last + 1));
    }

    /// <param name="key">The key that counts; null when none does.</param>
    /// <param name="request">The pin; null where it is known that a key was given.</param>
    public static Check? Of(string? key, CreatePinRequest? request = null) => key switch
    {
        null when request is { HasBlankKey: true } => Check.Warning(
            EarlierPins.CheckName, "key_blank",
            "The idempotency key is blank, so it counts as none: the same request sent again publishes another pin.",
            "Check the column or expression that the key comes from. Leave the key out if none is meant."),
        not null when MayBeBlank(key) => Check.Warning(
            EarlierPins.CheckName, "key_may_be_blank",
            $"The key \"{Shown.Cut(key)}\" ends where a value should follow: the next pin with this key would be taken for this one.",
            "Check the column or expression at the end of the key, and make the key of one that is never blank."),
        _ => null,
    };
}
