using Connector.Http;

namespace Connector.Outgoing;

/// <summary>The refusal of a URL that may not be called.</summary>
internal static class OutgoingProblem
{
    public const string Code = "url_not_allowed";

    /// <param name="field">Where the URL stood in the request.</param>
    /// <param name="objection">What <see cref="OutgoingAddress"/> said.</param>
    public static ProblemException NotAllowed(string field, string objection) => new(
        new Problem(
            422, Code, "This URL may not be called.", objection,
            $"Give a public https URL. Receivers in your own network are opened by {OutgoingOptions.AllowPrivateAddressesKey} in the "
                + "connector's settings.")
        { Errors = new Dictionary<string, string[]> { [field] = [objection] } });
}
