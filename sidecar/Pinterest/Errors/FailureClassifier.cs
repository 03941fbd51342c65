namespace Connector.Pinterest.Errors;

/// <summary>
/// Decides what a refusal means from status, code and words together: Pinterest uses one code for several things and several codes for one.
/// </summary>
internal static class FailureClassifier
{
    // The first rule that fits decides. A 400 may quote what the caller wrote, so words as common as "spam" count only elsewhere.
    private static readonly Rule[] Rules =
    [
        new(FailureKind.LinkBlocked, [429, 403, 400], Code: 9),
        new(FailureKind.LinkBlocked, [429, 403, 400], Words: "blocked this link"),
        new(FailureKind.SpamBlocked, [429, 403, 400], Words: "hit a block"),
        new(FailureKind.SpamBlocked, [429, 403], Words: "spam"),
        new(FailureKind.RateLimited, [429]),

        new(FailureKind.TrialAccess, [401, 403], Words: "Trial access"),
        new(FailureKind.DataAccessDenied, [401, 403], Words: "PINNER_DATA_ACCESS_DENIED"),
        new(FailureKind.AppNotApproved, [401, 403], Words: "consumer type is not supported"),
        new(FailureKind.FeatureRestricted, [401, 403], Words: "restricted feature"),
        new(FailureKind.ScopeMissing, [401, 403], Words: "sufficient permissions"),
        new(FailureKind.ScopeMissing, [401, 403], Words: "scopes"),
        new(FailureKind.Invalid, [401], Words: "cover_image_url or cover_image_content_type"),
        new(FailureKind.TokenExpired, [401], Code: 2),
        new(FailureKind.TokenExpired, [401], Words: "Authentication failed"),

        new(FailureKind.ImageTooSmall, [403, 400], Code: 233),
        new(FailureKind.ImageTooSmall, [403, 400], Words: "image is too small"),
        new(FailureKind.ImageBroken, [403, 400], Code: 235),
        new(FailureKind.ImageBroken, [403, 400], Words: "image is broken"),
        new(FailureKind.ImageFormat, [403, 400], Words: "format of the image is not supported"),
        new(FailureKind.UrlUnreachable, [403, 400], Words: "Unable to reach the URL"),
        new(FailureKind.LinkInvalid, [400], Words: "invalid URL"),

        new(FailureKind.BoardNotFound, [404], Code: 40),
        new(FailureKind.PinNotFound, [404], Code: 50),
        new(FailureKind.SectionNotFound, [404], Code: 2031),
        new(FailureKind.FeedNotFound, [404], Code: 4161),
        new(FailureKind.FeedResultNotFound, [404], Code: 4184),
        new(FailureKind.NotFound, [404]),
        new(FailureKind.InPromotion, [409], Code: 4162),
        new(FailureKind.WebsiteNeeded, [409], Code: 4168),
        new(FailureKind.WebsiteNeeded, [409], Code: 4169),
        new(FailureKind.CatalogNeeded, [409], Code: 4182),
        new(FailureKind.FeedNameTaken, [422], Code: 4170),
        new(FailureKind.Conflict, [409]),
        new(FailureKind.BusinessNeeded, [401, 403], Code: 654),
        new(FailureKind.MerchantDisapproved, [401, 403], Code: 2625),
        new(FailureKind.MerchantInReview, [401, 403], Code: 2626),
        new(FailureKind.Forbidden, [401, 403]),

        // A gateway that gave up waiting does not know what Pinterest did.
        new(FailureKind.ServerError, [408]),
    ];

    public static FailureKind Classify(int status, int? code, string message)
    {
        if (status < 400) return FailureKind.Unreadable; // a redirect, which nobody documents and we do not follow
        // Pinterest's description: a combination of parameters that it does not know yet.
        if (status == 501 && code == 4181) return FailureKind.Invalid;
        if (status >= 500) return FailureKind.ServerError;
        return Rules.FirstOrDefault(rule => rule.Fits(status, code, message))?.Kind ?? FailureKind.Invalid;
    }

    /// <summary>The token endpoint: a refused app does not make the refresh token invalid; every other refusal does.</summary>
    public static FailureKind ClassifyGrant(int status, int? code, string message)
    {
        if (message.Contains("invalid_client", StringComparison.OrdinalIgnoreCase)) return FailureKind.Forbidden;
        var kind = Classify(status, code, message);
        return status is 400 or 401 && kind is FailureKind.Invalid or FailureKind.TokenExpired or FailureKind.Forbidden
            ? FailureKind.GrantRefused
            : kind;
    }

    private sealed record Rule(FailureKind Kind, int[] Statuses, int? Code = null, string? Words = null)
    {
        public bool Fits(int status, int? code, string message) =>
            Statuses.Contains(status)
            && (Code is null || Code == code)
            && (Words is null || message.Contains(Words, StringComparison.OrdinalIgnoreCase));
    }
}
