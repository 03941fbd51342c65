namespace Connector.Http;

/// <summary>The refusals every part of the API can give.</summary>
internal static class Problems
{
    public static ProblemException Invalid(string field, string message) =>
        new(InvalidField(field, message));

    public static Problem InvalidField(string field, string message) =>
        InvalidFields(new Dictionary<string, string[]> { [field] = [message] });

    public static Problem InvalidFields(IReadOnlyDictionary<string, string[]> errors) => new(
        400,
        "validation_failed",
        "The request is not valid.",
        string.Join(" ", errors.Select(e => $"{e.Key}: {string.Join(" ", e.Value)}")),
        "Correct the fields named in errors and send the request again.")
    { Errors = errors };

    public static ProblemException NotFound(string what, string id) => new(new(
        404, "not_found", "There is nothing by that id.", $"No {what} has the id {id}.",
        $"Check the id, and that the API key belongs to the workspace of this {what}."));

    public static ProblemException AccountNotFound(string id) => new(NoAccount(id));

    /// <summary>The same for an account that a field of a request names.</summary>
    public static ProblemException AccountNotFound(string id, string field) => new(
        NoAccount(id) with
        {
            Errors = new Dictionary<string, string[]> { [field] = [$"is \"{Shown.Cut(id)}\", which this API key does not see."] },
        });

    private static Problem NoAccount(string id) => new(
        404, "account_not_found", "There is no such account.", $"This API key sees no account \"{Shown.Cut(id)}\".",
        "GET /v1/accounts lists the accounts that this key sees.");

    /// <summary>What the request is about was there when it came, and not when it was stored.</summary>
    public static Problem ErasedMeanwhile => new(
        409, "state_conflict", "The state does not allow this.",
        "What the request is about, such as its account, was erased while the request was under way; nothing was stored.",
        "GET /v1/accounts lists the accounts that this key sees.");

    public static ProblemException StateConflict(string detail, string remediation) => new(new(
        409, "state_conflict", "The state does not allow this.", detail, remediation));

    public static Problem InsufficientScope(string scope) => new(
        403, "insufficient_scope", "The API key may not do this.", $"This operation needs the scope {scope}.",
        $"Use a key with the scope {scope}{(scope == Scope.Read ? ", which approve does not include" : "")}; an admin key can make one "
            + "with POST /v1/keys.");

    public static Problem TooManyRequests(TimeSpan retryAfter) => new(
        429, "too_many_requests", "Too many requests with this API key.",
        "This key has used up its request budget of the connector itself (not Pinterest's).",
        "Wait as long as Retry-After says; use ?wait= instead of polling in a loop.")
    { RetryAfter = retryAfter };

    /// <param name="detail">What the disk says.</param>
    /// <param name="isCertain">Whether it is certain that nothing was stored.</param>
    public static Problem StorageUnavailable(string detail, bool isCertain) => new(
        503, "storage_unavailable", "The connector cannot store anything right now.", detail,
        (isCertain ? "Nothing was accepted" : "It is not certain whether this was accepted")
            + "; send the same request again with the same idempotency key. Free disk space if the disk is full.")
    { RetryAfter = TimeSpan.FromSeconds(5) };

    public static Problem UnknownCharset() => new(
        415, "unsupported_media_type", "The body's encoding is not known.", "The charset of the Content-Type header is not known here.",
        "Send the body as UTF-8, with Content-Type: application/json.");

    /// <summary>The problem of a status that some part of ASP.NET Core answered without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => new(
            400, "validation_failed", "The request is not valid.", "The request could not be read.",
            "Check the request against /openapi/v1.json."),
        401 => new(
            401, "unauthorized", "No valid API key.", "The request carries no API key, or one that does not exist or was revoked.",
            "Send Authorization: Bearer YOUR_KEY, or X-API-Key: YOUR_KEY; keys start with pck_."),
        403 => new(
            403, "insufficient_scope", "The API key may not do this.", "The API key may not do this.", "Use a key with more scopes."),
        404 => new(
            404, "not_found", "There is nothing at this address.", "No operation has this address.",
            "Check the path; /scalar lists every operation."),
        405 => new(
            405, "method_not_allowed", "The method does not fit this address.", "This address exists, but not for this HTTP method.",
            "See the Allow header and /scalar."),
        408 => new(
            408, "request_failed", "The request did not arrive in time.",
            "The body of the request came too slowly or stopped coming, so the connector did not wait for the rest; nothing was accepted.",
            "Send the request again. If it happens again, look for what is slow between the sender and the connector, such as a proxy, or "
                + "give a large file by its address."),
        413 => new(
            413, "payload_too_large", "The request body is too large.", "The request body is larger than this operation takes.",
            "Send less at once; of a file send its address instead. What an operation takes stands at /scalar."),
        415 => new(
            415, "unsupported_media_type", "The body is not JSON.", "This operation takes a JSON body.",
            "Send Content-Type: application/json."),
        >= 500 => new(
            status, "internal_error", "The connector failed.",
            "An unexpected error happened; its stack trace is in the connector's log, in a line with this request_id.",
            "Try again; if it happens again, report it with that stack trace."),
        _ => new(status, "request_failed", "The request failed.", "The request failed.", "Check the request against /openapi/v1.json."),
    };
}
