namespace Connector.Tests.Publishing.Matrix;

/// <summary>Every fault at every point of the flow where it can strike, and what must come of it.</summary>
internal static partial class FaultMatrix
{
    public static IReadOnlyList<PinCase> Pins =>
        [.. Creates, .. Points.Renewals.SelectMany(RenewalsAt), .. Points.Lookups.SelectMany(LookupsAt), .. Probes];

    public static IReadOnlyList<CallCase> Calls =>
    [
        .. Points.Reads.SelectMany(ReadsAt), .. Points.Changes.SelectMany(ChangesAt), .. Points.Deletions.SelectMany(DeletionsAt),
        .. ReadsAt(Point.ConnectWithToken), .. Codes,
    ];

    /// <summary>The pairs that cannot meet, and why.</summary>
    public static IReadOnlyList<Unmet> Unmet =>
    [
        new("Pinterest says or does it only to a pin that is being made.",
            [
                "link_blocked", "image_too_small", "image_broken", "image_format", "url_unreachable", "trial_access",
                "link_normalised", "text_normalised", "list_lag", "undocumented", "undocumented_after_create",
            ],
            [.. All.Except([Point.PublishPin])]),
        new("It is about exchanging an old token for a new one.",
            ["refresh_refused", "refresh_unavailable", "refresh_lost", "refresh_grace", "refresh_twice"], [.. All.Except(Points.Renewals)]),
        new("It is about uploading a video, which VideoMatrixTests has.",
            ["register_unavailable", "upload_refused", "upload_dropped", "media_lost", "media_failed", "media_stuck", "media_slow"], All),
        new("It is about changing a published pin, which EditPublishedTests has.", ["edit_ignored"], All),
        new("It is about one feed of products, which FeedTests and FeedWatchTests have.",
            [
                "feed_stuck", "feed_slow", "feed_failed", "feed_issues", "feed_gone", "merchant_disapproved", "merchant_in_review",
                "business_needed",
            ],
            All),
        new("It is about items of a catalog, which ItemSurvivalTests has.", ["items_stuck", "items_failed", "batch_gone"], All),
        new("It is about consent in a browser, which FailurePagesTests has.",
            ["consent_denied", "consent_scope_missing", "consent_slow", "consent_wrong_state", "code_expired"], All),
        new("It is about the order in which pins are listed.",
            ["list_shuffled", "list_moves", "read_denied"], [.. All.Except(Points.Lookups)]),
        new("It is about pages, and this has none.",
            ["list_short"], [.. All.Except([.. Points.Lookups, .. Points.BoardLists, .. Points.SectionLists])]),
        new("The token endpoint knows neither scopes nor boards nor pins.",
            ["scope_missing", "forbidden", "data_access_denied", "feature_restricted", "spam_blocked", "board_gone", "conflict"],
            Points.Tokens),
        new("The answer has no id that could be missing.",
            ["no_id"],
            [
                .. Points.Tokens, .. Points.Lookups, .. Points.Metrics, .. Points.BoardLists, .. Points.SectionLists, .. Points.PinLists,
                .. Points.Deletions, .. Points.Audience,
            ]),
        new("The answer has no body.", ["html", "truncated_body", "slow_body"], Points.Deletions),
        new("Only a change can conflict with another.",
            ["conflict"],
            [.. Points.Lookups, .. Points.Reads, Point.ProbeAfterHold, Point.ConnectWithToken]),
        new("It does not name a board.",
            ["board_gone"],
            [
                .. Points.Metrics, .. Points.BoardLists, Point.CreateBoard, Point.DeletePin, Point.ProbeAfterHold, Point.ConnectWithToken,
                Point.LivePin, Point.OwnPins, Point.SearchPins, .. Points.Audience,
            ]),
    ];

    private static Point[] All => Enum.GetValues<Point>();
}

/// <summary>Faults that make no sense at these points.</summary>
internal sealed record Unmet(string Reason, string[] Faults, Point[] Points);
