using Connector.Http;

namespace Connector.Audience.Reading;

/// <summary>Reads the id of an ad account.</summary>
internal static class AdAccount
{
    public const string Text = "The id of the ad account: the digits in the address of Pinterest's Ads Manager.";

    private const int Longest = 18;

    public static string Of(string? given) =>
        given is { Length: > 0 and <= Longest } && given.All(char.IsAsciiDigit)
            ? given
            : throw Problems.Invalid("ad_account_id", $"must be 1 to {Longest} digits: those in the address of Pinterest's Ads Manager.");
}
