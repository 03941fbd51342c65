using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>An absolute http or https address of at most 2048 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : StringLengthAttribute(2048)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        null => ValidationResult.Success,
        string { Length: > 2048 } text =>
            new ValidationResult($"has {text.Length} characters; at most 2048 are allowed.", [validationContext.MemberName!]),
        string text when IsWebAddress(text) && HasCredentials(text) => new ValidationResult(
            "contains a user name or password before the @; everybody who sees the address would see them too.",
            [validationContext.MemberName!]),
        string text when IsWebAddress(text) => ValidationResult.Success,
        _ => new ValidationResult(
            "must be a complete address that starts with https:// or http://, without spaces.", [validationContext.MemberName!]),
    };

    private static bool HasCredentials(string text) => new Uri(text).UserInfo.Length > 0;

    /// <summary>
    /// Whether its host can be written in ASCII: some texts that look like such a name stand for none, and asking for it throws.
    /// </summary>
    public static bool HasName(Uri uri)
    {
        try
        {
            return uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0
        && HasName(uri)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));
}
