using Connector.Http;

namespace Connector.Outgoing;

/// <summary>The refusal of a URL that may not be called.</summary>
internal static class OutgoingProblem
{
    public const string Code = "url_not_allowed";

    private static readonly string Variable = OutgoingOptions.AllowPrivateAddressesKey.Replace(":", "__", StringComparison.Ordinal);

    /// <param name="field">The field of the request that holds the URL.</param>
    /// <param name="reason">What <see cref="OutgoingAddress"/> found.</param>
    public static ProblemException NotAllowed(string field, string reason) => new(
        new Problem(
            422, Code, "This URL may not be called.", reason,
            $"Give a public https URL. To open a receiver in your own network, start the connector with {Variable}=localhost:5678 "
                + "(its own host and port, several with commas).")
        { Errors = new Dictionary<string, string[]> { [field] = [reason] } });
}
