using Connector.Simulator.Api;
using Connector.Simulator.Media;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using static Connector.Simulator.Faults.Fault;

namespace Connector.Simulator.Faults;

/// <summary>Every fault there is, by name; a new one is a line here.</summary>
internal static class FaultCatalog
{
    private const string CreatePin = "create_pin";
    private const string ListPins = "list_*_pins";
    private const string Upload = "upload_media";
    private const string Refresh = "refresh_token";
    private const string Feeds = "*_feed";
    private const string ReadFeed = "list_feed_results";
    private const string SendItems = "send_items";
    private const string Consent = "give_consent";

    public static readonly IReadOnlyDictionary<string, Fault> All = new Dictionary<string, Fault>
    {
        ["accept_then_drop"] = After(
            CreatePin, "The pin is made, then the connection is cut without an answer.", (_, _) => SimulatorResponse.Dropped),
        ["error_after_create"] = After(CreatePin, "The pin is made, and the answer is a 500.", (_, _) => Refusal.ServerError().Answer),
        ["drop_before_read"] = Instead(
            CreatePin, "The connection is cut before the request is read; no pin is made.", () => SimulatorResponse.Dropped),
        ["slow_headers"] = After(
            CreatePin,
            "The pin is made, and the answer begins only after `seconds`.",
            (answer, wait) => answer with { HeadersAfter = wait }),
        ["slow_body"] = After(
            CreatePin, "The pin is made, and the answer stops halfway for `seconds`.", (answer, wait) => answer with { BodyAfter = wait }),
        ["truncated_body"] = After(
            CreatePin, "The pin is made, and the answer is cut off halfway.", (answer, _) => answer with { IsTruncated = true }),
        ["no_id"] = After(
            CreatePin, "The pin is made, and the answer is a 201 that does not say its id.", (answer, _) => answer.WithoutId()),
        ["html"] = After(
            CreatePin,
            "The pin is made, and the answer is a 201 with a web page in it.",
            (answer, _) => answer with { Html = "<!doctype html><title>Pinterest</title>" }),

        ["undocumented_after_create"] = new(
            CreatePin,
            "The pin is made, and the answer has a `status` that Pinterest does not document for it: 409 unless ordered.",
            async (_, rule, _, serve) =>
            {
                await serve();
                return Refusal.Undocumented(rule.Status).Answer;
            }),
        ["undocumented"] = new(
            CreatePin,
            "No pin is made, and the answer has a `status` that Pinterest does not document for it: 409 unless ordered.",
            (_, rule, _, _) => Task.FromResult(Refusal.Undocumented(rule.Status).Answer)),

        ["rate_limited"] = new(
            CreatePin,
            "429 for `seconds`, with Retry-After and rate headers unless `headers` is false.",
            (_, rule, left, _) => Task.FromResult(Refusal.RateLimited().Answer with
            {
                RetryAfterSeconds = (int)Math.Ceiling(left.TotalSeconds),
                HidesRates = !rule.Headers,
            }))
        {
            Lasts = true,
        },
        ["link_blocked"] = Refuse(CreatePin, "429 code 9: the pin's link is blocked as spam.", Refusal.LinkBlocked),
        ["spam_blocked"] = Refuse(CreatePin, "429: the account itself is blocked for spam for a while.", Refusal.SpamBlocked),

        ["token_expired"] = Refuse(CreatePin, "401 code 2: the access token is no longer good.", Refusal.TokenExpired),
        ["app_not_approved"] = Refuse(CreatePin, "401 code 3: Pinterest has not approved the app.", Refusal.AppNotApproved),
        ["feature_restricted"] = Refuse(CreatePin, "401 code 3: a beta feature that the app was not given.", Refusal.FeatureRestricted),
        ["scope_missing"] = Refuse(CreatePin, "403 code 29: the user did not grant a scope that is needed.", Refusal.ScopeMissing),
        ["trial_access"] = Refuse(
            CreatePin, "403 code 29: the app has Trial access and may not publish in production.", Refusal.TrialAccess),
        ["forbidden"] = Refuse(CreatePin, "403 code 29: the account may not touch this board or pin.", Refusal.NotPermitted),
        ["data_access_denied"] = Refuse(
            CreatePin,
            "403 PINNER_DATA_ACCESS_DENIED: not a business account, so its data is kept from the app.",
            Refusal.DataAccessDenied),
        ["read_denied"] = Refuse(
            ListPins, "403 PINNER_DATA_ACCESS_DENIED when the pins of a board or section are listed.", Refusal.DataAccessDenied),

        ["image_too_small"] = Refuse(CreatePin, "403 code 233: the image is too small.", Refusal.ImageTooSmall),
        ["image_broken"] = Refuse(CreatePin, "403 code 235: the image is broken.", Refusal.ImageBroken),
        ["image_format"] = Refuse(CreatePin, "400: the format of the image is not supported.", Refusal.ImageFormat),
        ["url_unreachable"] = Refuse(CreatePin, "400: Pinterest could not reach the image's host, which may pass.", Refusal.UrlUnreachable),
        ["board_gone"] = Refuse(CreatePin, "404 code 40: the board does not exist any more.", Refusal.BoardNotFound),
        ["server_error"] = Refuse(CreatePin, "A 500, and no pin is made.", Refusal.ServerError),
        ["conflict"] = Refuse("create_section", "409: somebody else is changing the board.", Refusal.Conflict),

        ["refresh_refused"] = Refuse(
            Refresh, "401: the refresh token is dead and the account must be connected again.", Refusal.TokenExpired),
        ["refresh_unavailable"] = Refuse(Refresh, "A 503 instead of new tokens; the refresh token stays good.", Refusal.Unavailable),
        ["refresh_lost"] = After(
            Refresh, "The tokens are exchanged, but the answer with the new ones is lost.", (_, _) => SimulatorResponse.Dropped),
        ["refresh_grace"] = Before(
            Refresh,
            "The replaced refresh token stays good for `seconds`, for another new pair.",
            (call, left) => call.RefreshGrace = left),
        ["refresh_twice"] = Before(
            Refresh,
            "The replaced refresh token is answered again for `seconds`, with the same new pair.",
            (call, left) => call.RefreshRepeats = left),

        ["consent_denied"] = Before(
            Consent, "The person says no on the consent page, whichever button is pressed.", (call, _) => call.DeniesConsent = true),
        ["consent_scope_missing"] = Before(
            Consent, "Of what was allowed on the consent page pins:write is left out.", (call, _) => call.LackingScope = "pins:write"),
        ["consent_slow"] = After(
            Consent,
            "The consent page answers only after `seconds`; after ten minutes the link that it began with has ended.",
            (answer, wait) => answer with { HeadersAfter = wait }),
        ["consent_wrong_state"] = Before(
            Consent, "The browser comes back from the consent page with a state that nobody sent.", (call, _) => call.MixesState = true),
        ["code_expired"] = Refuse("exchange_code", "400: the code from the consent page is too old.", Refusal.CodeInvalid),

        ["register_unavailable"] = Refuse("register_media", "A 500 instead of a place to upload a video to.", Refusal.ServerError),
        ["upload_refused"] = Refuse(Upload, "The upload is refused with S3's 403: its policy has expired.", UploadRefusal.PolicyExpired),
        ["upload_dropped"] = Before(
            Upload, "The connection is cut in the middle of the upload; nothing has arrived.", (call, _) => call.UploadBreaks = true),
        ["media_lost"] = Before(
            Upload, "The upload is answered as if it had arrived, but the media stays registered.", (call, _) => call.UploadIsLost = true),
        ["media_failed"] = Before(
            Upload,
            "The upload arrives, but the video cannot be processed: its status becomes failed.",
            (call, _) => call.ProcessingFails = true),
        ["media_stuck"] = Before(
            Upload,
            "The upload arrives, and the video is processed for ever.",
            (call, _) => call.ProcessingTakes = Timeout.InfiniteTimeSpan),
        ["media_slow"] = Before(
            Upload, "The upload arrives, and the video is processed for `seconds`.", (call, left) => call.ProcessingTakes = left),

        ["list_lag"] = Before(
            CreatePin, "The pin is made, but listings show it only after `seconds`.", (call, left) => call.ListingLag = left),
        ["list_shuffled"] = Before(ListPins, "The listing comes in no order.", (call, _) => call.Shuffled = true),
        ["list_short"] = Before(ListPins, "A page holds two pins at most, however many were asked for.", (call, _) => call.LongestPage = 2),
        ["list_moves"] = Before(
            ListPins,
            "Between two pages another pin is put in front and one moves there: the reader sees one twice and one not at all.",
            (call, _) => call.Moves = true) with
        {
            IsRelevant = call => call.Query("bookmark") is not null,
        },

        ["feed_stuck"] = OfRuns(
            "The feed is made or ingested, and processed for ever.", (call, _) => call.ProcessingTakes = Timeout.InfiniteTimeSpan),
        ["feed_slow"] = OfRuns(
            "The feed is made or ingested, and processed for `seconds`.", (call, left) => call.ProcessingTakes = left),
        ["feed_failed"] = OfRuns(
            "The feed is made or ingested, and Pinterest cannot download it.", (call, _) => call.ProcessingFails = true),
        ["feed_issues"] = OfRuns(
            "The feed is made or ingested, and some of its items are wrong.", (call, _) => call.FindsIssues = true),
        ["feed_gone"] = Refuse(ReadFeed, "404 code 4161: the feed does not exist any more.", Refusal.FeedNotFound),
        ["items_stuck"] = Before(
            SendItems, "The batch of items is taken, and processed for ever.",
            (call, _) => call.ProcessingTakes = Timeout.InfiniteTimeSpan),
        ["items_failed"] = Before(
            SendItems, "The batch of items is taken, and none of it can be processed.", (call, _) => call.ProcessingFails = true),
        ["batch_gone"] = Refuse("get_item_batch", "404 code 4331: the batch of items is not known.", Refusal.BatchNotFound),
        ["merchant_disapproved"] = Refuse(Feeds, "403 code 2625: Pinterest does not let the account sell.", Refusal.MerchantDisapproved),
        ["merchant_in_review"] = Refuse(
            Feeds, "403 code 2626: Pinterest is still reviewing whether the account may sell.", Refusal.MerchantInReview),
        ["business_needed"] = Refuse(Feeds, "403 code 654: the account is no business account.", Refusal.BusinessNeeded),

        ["edit_ignored"] = Before(
            "update_pin",
            "The change of a pin is answered as if it had been made, but nothing changes.",
            (call, _) => call.IgnoresEdit = true),
        ["link_normalised"] = Before(
            CreatePin,
            "The pin's link is stored without tracking parameters and with a slash at the end of its path.",
            (call, _) => call.StoredLink = NormalizedText.Link),
        ["text_normalised"] = Before(
            CreatePin,
            "The pin's texts are stored with white space collapsed, accents composed and & as &amp;.",
            (call, _) => call.StoredText = NormalizedText.Text),
    };

    private static Fault OfRuns(string description, Action<SimulatedCall, TimeSpan> change) =>
        Before(Feeds, description, change) with { IsRelevant = call => call.Operation is "create_feed" or "ingest_feed" };
}
