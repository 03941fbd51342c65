using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>A list of at least and at most so many items; those that are texts are short.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int least, int most) : LengthAttribute(least, most)
{
    private const int LongestText = 100;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not ICollection list) return ValidationResult.Success;
        if (list.Count < MinimumLength || list.Count > MaximumLength) return new ValidationResult(
            $"has {list.Count} items; {MinimumLength} to {MaximumLength} are allowed.", [validationContext.MemberName!]);
        return list.OfType<string>().Any(text => text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal))
            ? new ValidationResult(
                $"holds a text of more than {LongestText} characters, or one with the NUL character.", [validationContext.MemberName!])
            : ValidationResult.Success;
    }
}
