using System.Globalization;
using System.Text;
using Connector.Http;

namespace Connector.Pins.Texts;

/// <summary>Says what of a pin's texts people would see as a mistake; a text is never refused for it.</summary>
internal static class TextAdvice
{
    public const string Name = "texts";

    private const string FillIn = "Check the expression or the column that this text comes from; leave the field out where there is none.";

    public static IEnumerable<Check> Of(CreatePinRequest pin)
    {
        IEnumerable<Check> own = [.. Of("title", pin.Title), .. Of("description", pin.Description), .. Of("alt_text", pin.AltText)];
        return own.Concat((pin.Carousel ?? []).Index().SelectMany(slide => (IEnumerable<Check>)
        [
            .. Of($"carousel[{slide.Index}].title", slide.Item.Title),
            .. Of($"carousel[{slide.Index}].description", slide.Item.Description),
        ]));
    }

    public static IEnumerable<Check> Of(EditPinRequest edit) =>
        [.. Of("title", edit.Title), .. Of("description", edit.Description), .. Of("alt_text", edit.AltText)];

    /// <summary>One warning for each kind of mistake in a text.</summary>
    public static IEnumerable<Check> Of(string field, string? text) => text is not { Length: > 0 } ? [] : Flaws(text)
        .Select(flaw => Check.Warning(Name, flaw.Code, $"{field} {flaw.What}: \"{Shown.Cut(text)}\".", flaw.Advice));

    private static IEnumerable<(string Code, string What, string Advice)> Flaws(string text)
    {
        if (IsInvisible(text)) yield return ("text_invisible", "holds only characters that nobody sees", FillIn);
        if (Markup.HasEntities(text)) yield return (
            "text_entities", "holds HTML entities, which are shown as they stand", "Decode them first, or send \"clean_texts\": true.");
        if (Markup.HasTags(text)) yield return (
            "text_markup", "holds HTML tags, which are shown as they stand", "Send plain text, or \"clean_texts\": true.");
        if (Placeholders.HasShortcode(text)) yield return (
            "text_shortcode", "holds a shortcode, which only its own site replaces", "Take it out, or send the text as its site shows it.");
        if (Placeholders.HasTemplate(text)) yield return ("text_template", "holds a template that nobody has filled in", FillIn);
        if (Placeholders.HasMissingValue(text))
            yield return ("text_missing_value", "holds what programs write for a missing value", FillIn);
    }

    private static bool IsInvisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!IsInvisible(rune)) return false;
        return true;
    }

    // Braille's blank and Hangul's fillers are letters and signs by their category, and show nothing; a lone selector neither.
    private static bool IsInvisible(Rune rune) => rune.Value
        is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0 or 0x034F or (>= 0xFE00 and <= 0xFE0F)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
