using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>
/// Text of at most so many characters, counted as Unicode code points (an emoji is one), as JSON Schema counts <c>maxLength</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class TextAttribute(int maximumLength) : StringLengthAttribute(maximumLength)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string text) return ValidationResult.Success;
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ValidationResult("must not contain the NUL character.", [validationContext.MemberName!]);

        var length = text.EnumerateRunes().Count();
        if (length > MaximumLength) return new ValidationResult(
            $"has {length} characters; at most {MaximumLength} are allowed (Unicode code points, an emoji counts as one).",
            [validationContext.MemberName!]);
        return length < MinimumLength
            ? new ValidationResult($"must have at least {MinimumLength} characters.", [validationContext.MemberName!])
            : ValidationResult.Success;
    }
}
