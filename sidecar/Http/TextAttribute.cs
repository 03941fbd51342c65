using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>
/// Text of at most so many characters, counted as Unicode code points (an emoji is one), as JSON Schema counts <c>maxLength</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class TextAttribute(int maximumLength) : StringLengthAttribute(maximumLength)
{
    /// <summary>A name on one line: line breaks and other control characters, also of writing direction, are refused.</summary>
    public bool IsName { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string text) return ValidationResult.Success;
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ValidationResult("must not contain the NUL character.", [validationContext.MemberName!]);

        if (IsName && text.Any(IsControl))
            return new ValidationResult("must not contain line breaks or other control characters.", [validationContext.MemberName!]);

        var length = text.EnumerateRunes().Count();
        if (length > MaximumLength) return new ValidationResult(
            $"has {length} characters; at most {MaximumLength} are allowed (Unicode code points, an emoji counts as one).",
            [validationContext.MemberName!]);
        return length < MinimumLength
            ? new ValidationResult($"must have at least {MinimumLength} characters.", [validationContext.MemberName!])
            : ValidationResult.Success;
    }

    // U+202A to U+202E and U+2066 to U+2069 turn the writing direction: what follows them looks like something else.
    private static bool IsControl(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
