using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>
/// An absolute http or https address of at most 2048 characters. Spaces and letters that are not ASCII may stand in its path: see
/// <see cref="AddressText.Encoded"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : StringLengthAttribute(Longest)
{
    private const int Longest = 2048;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string text && ProblemOf(text, validationContext.MemberName!) is { } problem
            ? new ValidationResult(problem, [validationContext.MemberName!])
            : ValidationResult.Success;

    internal static string? ProblemOf(string text, string member)
    {
        if (text.Length > Longest) return $"has {text.Length} characters; at most {Longest} are allowed.";
        if (AddressText.IsSeveral(text))
            return $"holds several addresses, and one belongs here{(IsPicture(member) ? "; several pictures go into carousel" : "")}: "
                + $"\"{AddressText.Shown(text)}\".";
        if (AddressText.EntityIn(text) is var (entity, corrected))
            return $"contains {entity}, which is a sign of HTML; without it the address is \"{AddressText.Shown(corrected)}\".";
        if (text.StartsWith('[') || text.StartsWith('{'))
            return $"is JSON, not an address; give only the address that is in it: \"{AddressText.Shown(text)}\".";

        var address = AddressText.Encoded(text);
        if (address.Length > Longest)
            return $"has {address.Length} characters when its letters are percent-encoded; at most {Longest} are allowed.";
        if (!IsWebAddress(text, address))
            return "must be a complete address that starts with https:// or http:// and a host name, without line breaks; "
                + $"it is \"{AddressText.Shown(text)}\".";
        return new Uri(address).UserInfo.Length > 0
            ? $"contains a user name or password before the @; everybody who sees \"{AddressText.Shown(text)}\" would see them too."
            : null;
    }

    private static bool IsPicture(string member) => member.Contains("Image", StringComparison.Ordinal);

    private static bool IsWebAddress(string text, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && WebHost.Exists(uri)
        && !text.Any(c => (char.IsWhiteSpace(c) && c != ' ') || char.IsControl(c))
        && IsWellFormed(text);

    // Half an emoji has no encoding.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
