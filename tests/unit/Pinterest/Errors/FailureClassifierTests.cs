using Connector.Pinterest;
using Connector.Pinterest.Errors;

namespace Connector.Tests.Pinterest.Errors;

public sealed class FailureClassifierTests
{
    private const string Scopes =
        "Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the "
            + "correct set of scopes.";
    private const string Trial =
        "Apps with Trial access may not create Pins in production https://api.pinterest.com - use API Sandbox "
            + "https://api-sandbox.pinterest.com instead.";
    private const string RateLimit =
        "This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits or if multiple write "
            + "operations are applied to an object within a short time window.";

    [Theory]
    [InlineData(
        400, 1, "Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.", FailureKind.LinkInvalid)]
    [InlineData(400, 1, "Invalid request: something", FailureKind.Invalid)]
    [InlineData(400, 1, "constraint: maxItems=5", FailureKind.Invalid)]
    [InlineData(400, 1, @"Invalid request: 'spam recipes' does not match '^\d+$'", FailureKind.Invalid)]
    [InlineData(400, null, "cover_image_url or cover_image_content_type", FailureKind.Invalid)]
    [InlineData(401, 3, "cover_image_url or cover_image_content_type is needed", FailureKind.Invalid)]
    [InlineData(400, null, "Unable to reach the URL", FailureKind.UrlUnreachable)]
    [InlineData(400, null, "The format of the image is not supported", FailureKind.ImageFormat)]
    [InlineData(401, 2, "Authentication failed.", FailureKind.TokenExpired)]
    [InlineData(401, null, "Authentication failed.", FailureKind.TokenExpired)]
    [InlineData(401, 3, "Your application consumer type is not supported, please contact support.", FailureKind.AppNotApproved)]
    [InlineData(401, 3, "Your application does not have access to this restricted feature.", FailureKind.FeatureRestricted)]
    [InlineData(403, 3, "Your application does not have access to this restricted feature.", FailureKind.FeatureRestricted)]
    [InlineData(401, 3, Scopes, FailureKind.ScopeMissing)]
    [InlineData(403, 29, Scopes, FailureKind.ScopeMissing)]
    [InlineData(401, 7, "Not authorized to access board or Pin.", FailureKind.Forbidden)]
    [InlineData(401, null, "Pinterest answered 401 without an explanation.", FailureKind.Forbidden)]
    [InlineData(403, 29, "You are not permitted to access that resource.", FailureKind.Forbidden)]
    [InlineData(403, 29, Trial, FailureKind.TrialAccess)]
    [InlineData(403, 3, Trial, FailureKind.TrialAccess)]
    [InlineData(403, null, "PINNER_DATA_ACCESS_DENIED", FailureKind.DataAccessDenied)]
    [InlineData(403, 233, "Your image is too small. Please choose a larger image and try again.", FailureKind.ImageTooSmall)]
    [InlineData(403, 235, "Sorry, this image is broken. Please pick a different image.", FailureKind.ImageBroken)]
    [InlineData(404, 40, "Board not found.", FailureKind.BoardNotFound)]
    [InlineData(404, 50, "Pin not found.", FailureKind.PinNotFound)]
    [InlineData(404, 2031, "Board section not found.", FailureKind.SectionNotFound)]
    [InlineData(404, 30, "User not found.", FailureKind.NotFound)]
    [InlineData(409, 409, "Could not get exclusive access to the board to create a new section.", FailureKind.Conflict)]
    [InlineData(429, 8, RateLimit, FailureKind.RateLimited)]
    [InlineData(429, null, "Pinterest answered 429 without an explanation.", FailureKind.RateLimited)]
    [InlineData(429, 9, "Sorry! We blocked this link because it may lead to spam.", FailureKind.LinkBlocked)]
    [InlineData(429, null, "Sorry! We blocked this link because it may lead to spam.", FailureKind.LinkBlocked)]
    [InlineData(429, 8, "This looks like spam", FailureKind.SpamBlocked)]
    [InlineData(
        429, null, "Sorry! You've hit a block (Pins) we have in place to combat spam. Please try again later.", FailureKind.SpamBlocked)]
    [InlineData(
        403, null, "Sorry! You've hit a block (Pins) we have in place to combat spam. Please try again later.", FailureKind.SpamBlocked)]
    [InlineData(500, 12, "Something went wrong on our end. Sorry about that.", FailureKind.ServerError)]
    [InlineData(502, null, "Pinterest answered 502 without an explanation.", FailureKind.ServerError)]
    [InlineData(408, null, "", FailureKind.ServerError)]
    [InlineData(302, null, "", FailureKind.Unreadable)]
    [InlineData(400, 2625, "Merchant account disapproved", FailureKind.Invalid)]
    [InlineData(418, null, "", FailureKind.Invalid)]
    internal void A_refusal_is_known_by_status_code_and_words(int status, int? code, string message, FailureKind expected) =>
        Assert.Equal(expected, FailureClassifier.Classify(status, code, message));

    [Theory]
    [InlineData(401, 2, "Authentication failed.", FailureKind.GrantRefused)]
    [InlineData(400, null, "invalid_grant The refresh token is expired.", FailureKind.GrantRefused)]
    [InlineData(401, null, "Pinterest answered 401 without an explanation.", FailureKind.GrantRefused)]
    [InlineData(401, null, "invalid_client", FailureKind.Forbidden)]
    [InlineData(401, 3, "Your application consumer type is not supported, please contact support.", FailureKind.AppNotApproved)]
    [InlineData(429, 8, RateLimit, FailureKind.RateLimited)]
    [InlineData(503, null, "", FailureKind.ServerError)]
    internal void A_refused_grant_differs_from_a_refused_app_and_from_a_temporary_failure(
        int status, int? code, string message, FailureKind expected) =>
        Assert.Equal(expected, FailureClassifier.ClassifyGrant(status, code, message));
}
