using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>What Pinterest's refusals mean to our callers: one row for each kind of failure.</summary>
internal static class PinterestProblems
{
    private const string ConnectAgain =
        "Connect the account again: in a browser (POST /v1/oauth/start makes the link), or with new tokens (POST /v1/accounts).";

    /// <summary>Null for an exception that is no refusal of Pinterest's.</summary>
    public static Problem? Of(Exception error) => error switch
    {
        PinterestException refused => From(refused.Failure),
        TokenRefreshException refused => From(refused.Failure),
        _ => null,
    };

    public static Problem From(PinterestFailure failure)
    {
        var (status, code, title, remediation) = Meaning(failure.Kind);
        return new Problem(status, code, title, failure.Message, remediation)
        {
            RetryAfter = failure.RetryAfter ?? (status is 429 or 503 ? TimeSpan.FromSeconds(30) : null),
            Pinterest = RefusalOf(failure),
        };
    }

    /// <summary>Pinterest's own words.</summary>
    public static PinterestRefusal RefusalOf(PinterestFailure failure) =>
        new(failure.Status, failure.Code, failure.Message, failure.RequestId);

    /// <summary>HTTP status of our answer, our code, what happened, what to do.</summary>
    public static (int Status, string Code, string Title, string Remediation) Meaning(FailureKind kind) => kind switch
    {
        FailureKind.NotSent => (
            503, "pinterest_unavailable", "Pinterest could not be reached.",
            "Check the connector's network (DNS, proxy, firewall), then try again."),
        FailureKind.NoAnswer => (503, "pinterest_unavailable", "Pinterest did not answer in time.", "Try again in a minute."),
        FailureKind.ServerError => (
            503, "pinterest_unavailable", "Pinterest failed on its side.",
            "Try again in a minute; https://www.pintereststatus.com tells of outages."),
        FailureKind.Unreadable => (
            502, "pinterest_unavailable", "Pinterest's answer could not be understood.",
            "Try again; if it stays, report it with Pinterest's request id."),
        FailureKind.Undocumented => (
            502, "pinterest_unavailable", "Pinterest gave an answer that it does not document for this call.",
            "Look whether it was done all the same before you try again."),
        FailureKind.TokenExpired => (
            409, "reconnect_required", "Pinterest no longer accepts this account's token.",
            ConnectAgain),
        FailureKind.GrantRefused => (
            409, "reconnect_required", "Pinterest refused to renew this account's token.",
            ConnectAgain),
        FailureKind.AppNotApproved => (
            403, "capability_unavailable", "Pinterest has not approved this app yet.",
            "Wait for the review of your app at https://developers.pinterest.com/apps/, or use the sandbox or the simulator meanwhile."),
        FailureKind.FeatureRestricted => (
            403, "capability_unavailable", "Pinterest has not opened this feature to this app.",
            "Ask Pinterest's developer support for access to it."),
        FailureKind.ScopeMissing => (
            403, "scope_missing", "The account's token lacks a Pinterest scope.",
            "Connect the account again and grant boards:read, boards:write, pins:read, pins:write and user_accounts:read."),
        FailureKind.TrialAccess => (
            403, "trial_access", "Apps with Trial access cannot publish in production.",
            "Upgrade the app to Standard access, or connect the account in the environment sandbox."),
        FailureKind.DataAccessDenied => (
            403, "capability_unavailable", "Pinterest does not let this app read this account.",
            "Switch the Pinterest account to a business account."),
        FailureKind.Forbidden =>
            (403, "pinterest_refused", "Pinterest does not permit this.", "Check that the account owns the board, or may write to it."),
        FailureKind.BoardNotFound => (404, "board_not_found", "There is no such board.", "GET /v1/boards lists the account's boards."),
        FailureKind.SectionNotFound =>
            (404, "section_not_found", "There is no such board section.", "GET /v1/boards/{board_id}/sections lists the board's sections."),
        FailureKind.BusinessNeeded => (
            403, "capability_unavailable", "Catalogs are for business accounts.",
            "Switch the Pinterest account to a business account, which is free."),
        FailureKind.MerchantDisapproved => (
            403, "merchant_disapproved", "Pinterest does not let this account sell.",
            "See why, and ask for another review, in the business hub: https://www.pinterest.com/business/hub/"),
        FailureKind.MerchantInReview => (
            403, "merchant_in_review", "Pinterest is still reviewing whether this account may sell.",
            "Wait for it; the business hub says how far it is: https://www.pinterest.com/business/hub/"),
        FailureKind.WebsiteNeeded => (
            409, "website_needed", "The account has no claimed website.",
            "Claim the shop's website first: POST /v1/accounts/{id}/websites."),
        FailureKind.FeedNotFound =>
            (404, "feed_not_found", "There is no such feed.", "GET /v1/catalogs/feeds lists the account's feeds."),
        FailureKind.FeedResultNotFound => (
            404, "feed_result_not_found", "There is no such result.", "GET /v1/catalogs/feeds/{feed_id}/results lists a feed's results."),
        FailureKind.FeedNameTaken => (
            409, "conflict", "The account already has a feed of this name.",
            "Choose another name. After an answer that was lost, GET /v1/catalogs/feeds shows whether the feed was made."),
        FailureKind.InPromotion => (
            409, "conflict", "Products of it are being advertised.", "End these promotions in Pinterest's Ads Manager first."),
        FailureKind.CatalogNeeded => (
            409, "catalog_needed", "The account has no catalog yet.", "Make its first feed: POST /v1/catalogs/feeds."),
        FailureKind.PinNotFound or FailureKind.NotFound =>
            (404, "not_found", "Pinterest knows nothing by that id.", "Check the id; it may have been deleted on Pinterest."),
        FailureKind.ImageTooSmall => (
            422, "media_too_small", "Pinterest finds the image too small.",
            "Use a larger image; 1000 × 1500 pixels is what Pinterest recommends."),
        FailureKind.ImageBroken => (
            422, "media_broken", "Pinterest cannot read the image.",
            "Check that the address delivers a JPEG or PNG image, not a page or a video."),
        FailureKind.ImageFormat =>
            (422, "media_type_unsupported", "Pinterest does not take this image format.", "Convert the image to JPEG or PNG."),
        FailureKind.UrlUnreachable => (
            422, "media_unreachable", "Pinterest cannot fetch the image.",
            "Make the image's address reachable from the internet, without login, or send the bytes as image_base64."),
        FailureKind.LinkInvalid =>
            (422, "link_invalid", "Pinterest finds the link invalid.", "Use a complete, public http(s) address as link_url."),
        FailureKind.Invalid =>
            (422, "pinterest_refused", "Pinterest found the request invalid.", "Correct what Pinterest's message names."),
        FailureKind.LinkBlocked => (
            422, "link_blocked", "Pinterest has blocked this link as spam.",
            "Use another link, or appeal at https://help.pinterest.com; the same link will be refused again."),
        FailureKind.SpamBlocked => (
            403, "spam_blocked", "Pinterest has blocked the account for suspected spam.",
            "Stop publishing for a day, check the account on pinterest.com, then resume the account (POST /v1/accounts/{id}/resume)."),
        FailureKind.RateLimited => (429, "rate_limited", "Pinterest's rate limit is used up for now.", "Wait as long as Retry-After says."),
        FailureKind.Conflict =>
            (409, "conflict", "Pinterest was busy with another change to the same board.", "Try again in a few seconds."),
        _ => (502, "pinterest_refused", "Pinterest refused the request.", "See Pinterest's message."),
    };
}
