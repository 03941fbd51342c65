using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Console.SignIn;

/// <summary>Where one signs in, and where that leads afterwards: only to a page of this console.</summary>
internal static class SignInAddress
{
    public const string Path = "/sign-in";

    public static string For(HttpRequest request)
    {
        var page = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : request.Path.Value;
        return page is null or "" or "/" ? Path : $"{Path}?return={Uri.EscapeDataString(page)}";
    }

    /// <summary>The address, escaped as a header needs it, if it is one of ours; otherwise the first page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && RedirectHttpResult.IsLocalUrl(address) && !address.Any(char.IsControl)
            && !address.Contains('\\', StringComparison.Ordinal)
            ? Escaped(address)
            : "/";

    // Only what an address cannot have: the rest was escaped by whoever wrote it.
    private static string Escaped(string address) => string.Concat(
        address.EnumerateRunes().Select(rune => rune is { IsAscii: true, Value: > ' ' } ? $"{rune}" : Uri.EscapeDataString($"{rune}")));
}
