namespace Connector.Simulator.Api;

/// <summary>Pinterest says no; the texts are Pinterest's own, since clients must tell them apart by their words.</summary>
internal class Refusal(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public int Code { get; } = code;

    public virtual SimulatorResponse Answer => new(Status, new { Code, Message });

    public static Refusal Invalid(string what) => new(400, 1, $"Invalid request: {what}");

    public static Refusal InvalidUrl() =>
        new(400, 1, "Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.");

    public static Refusal ImageFormat() => new(400, 1, "The format of the image is not supported");

    public static Refusal UrlUnreachable() => new(400, 1, "Unable to reach the URL");

    public static Refusal BoardName() => new(400, 1, "The board name is invalid or duplicated.");

    public static Refusal TokenExpired() => new(401, 2, "Authentication failed.");

    // Seen in the field: https://github.com/pinterest/pinterest-api-demo/issues/16
    public static Refusal CodeInvalid() => new(400, 283, "The authorization grant is invalid");

    public static Refusal RedirectUri() => new(400, 283, "The redirect_uri does not match the one that the code was requested with");

    public static Refusal AppNotApproved() => new(401, 3, "Your application consumer type is not supported, please contact support.");

    public static Refusal FeatureRestricted() => new(401, 3, "Your application does not have access to this restricted feature.");

    public static Refusal ScopeMissing() => new(
        403, 29, "Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with "
            + "the correct set of scopes.");

    public static Refusal TrialAccess() => new(
        403, 29, "Apps with Trial access may not create Pins in production https://api.pinterest.com - use API Sandbox "
            + "https://api-sandbox.pinterest.com instead.");

    public static Refusal NotPermitted() => new(403, 29, "You are not permitted to access that resource.");

    // The number is not documented; the word is what clients go by.
    public static Refusal DataAccessDenied() => new(403, 29, "PINNER_DATA_ACCESS_DENIED");

    public static Refusal ImageTooSmall() => new(403, 233, "Your image is too small. Please choose a larger image and try again.");

    public static Refusal ImageBroken() => new(403, 235, "Sorry, this image is broken. Please pick a different image.");

    public static Refusal BoardNotFound() => new(404, 40, "Board not found.");

    public static Refusal PinNotFound() => new(404, 50, "Pin not found.");

    public static Refusal SectionNotFound() => new(404, 2031, "Board section not found.");

    // The words are known, the number is not: https://community.make.com/t/pinterest-404-media-not-found/17090
    public static Refusal MediaNotFound() => new(404, 404, "Media not found.");

    public static Refusal FeedNotFound() => new(404, 4161, "Sorry! We could not find your catalogs feed.");

    public static Refusal FeedResultNotFound() => new(404, 4184, "Sorry! We could not find your processing result.");

    public static Refusal BatchNotFound() => new(404, 4331, "Sorry! We could not find your batch ID.");

    public static Refusal BusinessNeeded() => new(403, 654, "You must have a business account to operate as merchant.");

    public static Refusal MerchantDisapproved() => new(
        403, 2625, "Sorry, you cannot perform this action as your account has been disapproved. Please see business hub for more details. "
            + "https://www.pinterest.com/business/hub/");

    public static Refusal MerchantInReview() => new(
        403, 2626, "We are reviewing your account. Please see business hub for more details. https://www.pinterest.com/business/hub/");

    public static Refusal Conflict() => new(409, 409, "Could not get exclusive access to the board to create a new section.");

    /// <summary>No answer of Pinterest's, but one that something on the way may give.</summary>
    public static Refusal Undocumented(int? status) => new(status ?? 409, 0, "The request could not be completed.");

    public static Refusal RateLimited() => new(
        429, 8, "This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits or if multiple "
            + "write operations are applied to an object within a short time window.");

    public static Refusal LinkBlocked() => new(429, 9, "Sorry! We blocked this link because it may lead to spam.");

    public static Refusal SpamBlocked() => new(
        429, 8, "Sorry! You've hit a block (Pins) we have in place to combat spam. Please try again later.");

    public static Refusal ServerError() => new(500, 12, "Something went wrong on our end. Sorry about that.");

    public static Refusal Unavailable() => new(503, 12, "Service unavailable.");
}
