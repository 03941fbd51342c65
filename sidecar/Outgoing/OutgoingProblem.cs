using Connector.Http;

namespace Connector.Outgoing;

/// <summary>The refusal of a URL that may not be called.</summary>
internal static class OutgoingProblem
{
    public const string Code = "url_not_allowed";

    /// <param name="field">The field of the request that holds the URL.</param>
    /// <param name="reason">What <see cref="OutgoingAddress"/> found.</param>
    public static ProblemException NotAllowed(string field, string reason) => new(
        new Problem(
            422, Code, "This URL may not be called.", reason,
            $"Give a public https URL. Receivers in your own network are opened by {OutgoingOptions.AllowPrivateAddressesKey} in the "
                + "connector's settings.")
        { Errors = new Dictionary<string, string[]> { [field] = [reason] } });
}
