using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>An absolute http or https address of at most 2048 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : StringLengthAttribute(Longest)
{
    private const int Longest = 2048;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        null => ValidationResult.Success,
        string { Length: > Longest } text =>
            new ValidationResult($"has {text.Length} characters; at most {Longest} are allowed.", [validationContext.MemberName!]),
        string text when IsWebAddress(text) && HasCredentials(text) => new ValidationResult(
            "contains a user name or password before the @; everybody who sees the address would see them too.",
            [validationContext.MemberName!]),
        string text when IsWebAddress(text) => ValidationResult.Success,
        _ => new ValidationResult(
            "must be a complete address that starts with https:// or http:// and a host name, without spaces.",
            [validationContext.MemberName!]),
    };

    private static bool HasCredentials(string text) => new Uri(text).UserInfo.Length > 0;

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && WebHost.Exists(uri)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));
}
