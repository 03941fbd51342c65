namespace Connector.Pinterest.Errors;

/// <summary>
/// Decides what a failed answer to a call that makes a pin proves, also one that saves it. Only an answer that Pinterest's description
/// lists for the creation is a refusal; behind every other one the pin may exist.
/// </summary>
/// <remarks>https://developers.pinterest.com/docs/api/v5/pins-create/</remarks>
internal static class CreateRefusals
{
    // A 429 is believed: Pinterest documents it as "too many requests", which are counted before anything is made.
    private static readonly int[] Documented = [400, 401, 403, 404, 429];

    public static FailureKind Classify(int status, int? code, string message)
    {
        if (Documented.Contains(status)) return FailureClassifier.Classify(status, code, message);
        return status >= 500 ? FailureKind.ServerError : FailureKind.Undocumented;
    }
}
