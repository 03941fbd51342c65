using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>A list of at least and at most so many items; those that are texts are short.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int least, int most) : LengthAttribute(least, most)
{
    public int LongestText { get; init; } = 100;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not ICollection list) return ValidationResult.Success;
        if (list.Count < MinimumLength || list.Count > MaximumLength) return new ValidationResult(
            $"has {list.Count} items; {MinimumLength} to {MaximumLength} are allowed.", [validationContext.MemberName!]);
        return list.OfType<string>().FirstOrDefault(IsWrong) is { } wrong
            ? new ValidationResult(
                $"holds \"{Shown.Cut(wrong)}\"; a text here has at most {LongestText} characters, and no NUL character.",
                [validationContext.MemberName!])
            : ValidationResult.Success;
    }

    private bool IsWrong(string text) => text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal);
}
