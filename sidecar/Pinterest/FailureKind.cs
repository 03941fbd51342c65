namespace Connector.Pinterest;

/// <summary>Why a call to Pinterest did not succeed, as far as it decides what to do next.</summary>
internal enum FailureKind
{
    /// <summary>Provably never left: DNS, connect, TLS, or cancelled before the first byte of the body.</summary>
    NotSent,

    /// <summary>Sent, or perhaps sent, and no usable answer: time-out, reset, truncated body.</summary>
    NoAnswer,

    /// <summary>A 2xx that does not say what it must: no id, HTML, broken JSON.</summary>
    Unreadable,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>An answer to a create that Pinterest does not document for it, and that proves nothing: a 409, a redirect.</summary>
    Undocumented,

    /// <summary>The access token is no longer good; refreshing may help.</summary>
    TokenExpired,

    /// <summary>Pinterest has not approved the app.</summary>
    AppNotApproved,

    /// <summary>A beta feature that this app was not given.</summary>
    FeatureRestricted,

    /// <summary>The user did not grant a scope the call needs.</summary>
    ScopeMissing,

    /// <summary>An app with Trial access tried to create a pin in production.</summary>
    TrialAccess,

    /// <summary>The account is not a business account and Pinterest keeps its data from the app.</summary>
    DataAccessDenied,

    Forbidden,
    BoardNotFound,
    SectionNotFound,
    PinNotFound,
    NotFound,
    ImageTooSmall,
    ImageBroken,
    ImageFormat,
    UrlUnreachable,
    LinkInvalid,
    Invalid,

    /// <summary>Pinterest judges the link spam; final for that link.</summary>
    LinkBlocked,

    /// <summary>Pinterest judges the account's behaviour spam; the account must pause.</summary>
    SpamBlocked,

    /// <summary>Catalogs are for business accounts.</summary>
    BusinessNeeded,

    /// <summary>Pinterest does not let the account sell.</summary>
    MerchantDisapproved,

    /// <summary>Pinterest has not decided yet whether the account may sell.</summary>
    MerchantInReview,

    /// <summary>The account has no website that is claimed.</summary>
    WebsiteNeeded,

    FeedNotFound,
    FeedResultNotFound,
    FeedNameTaken,

    /// <summary>Products of it are being advertised.</summary>
    InPromotion,

    /// <summary>The account has no catalog yet.</summary>
    CatalogNeeded,

    RateLimited,
    Conflict,

    /// <summary>The token endpoint refused the code or refresh token for good.</summary>
    GrantRefused,
}
