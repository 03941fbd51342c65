using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Simulator.Faults;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>A video is on its way to Pinterest, and every fault strikes every call that brings it there.</summary>
public sealed class VideoMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    private static readonly string[] Calls = ["register_media", "upload_media", "get_media"];

    // What Pinterest says of a request about a pin or a board fails the pin; every other fault is overcome.
    private static readonly Dictionary<string, string> Ends = new()
    {
        ["forbidden"] = "failed pinterest_refused",
        ["data_access_denied"] = "failed capability_unavailable",
    };

    private static readonly string[] AboutOthers =
    [
        "link_blocked", "image_too_small", "image_broken", "image_format", "url_unreachable", "trial_access", "link_normalised",
        "text_normalised", "list_lag", "conflict", "undocumented", "undocumented_after_create",
        "refresh_refused", "refresh_unavailable", "refresh_lost", "refresh_grace", "refresh_twice", "list_shuffled", "list_moves",
        "read_denied", "list_short", "consent_denied", "consent_scope_missing", "consent_slow", "consent_wrong_state", "code_expired",
        "feed_stuck", "feed_slow", "feed_failed", "feed_issues", "feed_gone", "items_stuck", "items_failed", "batch_gone",
        "merchant_disapproved", "merchant_in_review", "business_needed",
    ];

    // S3 answers uploads, and knows nothing of what Pinterest says about accounts, boards and tokens.
    private static readonly string[] Storage =
    [
        "accept_then_drop", "error_after_create", "drop_before_read", "slow_headers", "server_error", "rate_limited", "upload_refused",
        "upload_dropped", "media_lost", "media_failed", "media_slow", "media_stuck",
    ];

    private static readonly string[] OfUploads =
    [
        "register_unavailable", "upload_refused", "upload_dropped", "media_lost", "media_failed", "media_slow", "media_stuck",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var call in Calls)
                foreach (var fault in FaultCatalog.All.Keys.Except(AboutOthers).Where(fault => call == "upload_media"
                    ? Storage.Contains(fault)
                    : !OfUploads.Contains(fault) || (call, fault) == ("register_media", "register_unavailable")))
                    cases.Add(call, fault);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_video_comes_to_its_end_and_is_published_at_most_once(string call, string fault)
    {
        var account = await matrix.ConnectedAccountAsync();
        var seconds = fault.StartsWith("slow", StringComparison.Ordinal) ? Case.TooLate : 60;
        account.Order(new FaultRule("", fault) { Operation = call, Times = 1, Seconds = seconds });
        var asset = await account.App.GivenAsync(SampleMedia.Movie());
        var id = await account.App.PublishAsync(account.Pin(("image_url", null), ("asset_id", asset["id"])));

        var pin = await EndAsync(account, id);

        Assert.Equal(Expected(call, fault), $"{pin["status"]} {pin["error_code"]}".Trim());
        Assert.Equal((string?)pin["status"] == "published" ? 1 : 0, account.PinsThere().Count);
    }

    private static string Expected(string call, string fault) => (call, fault) switch
    {
        (_, "media_stuck") => "failed media_processing_failed",
        ("register_media", "board_gone") => "failed board_not_found",
        (not "upload_media", _) when Ends.TryGetValue(fault, out var end) => end,
        _ => "published",
    };

    private static async Task<JsonNode> EndAsync(TestAccount account, string id)
    {
        for (var step = 0; step < 1000; step++)
        {
            var pin = await account.App.GetAsync($"/v1/pins/{id}");
            if (pin["waiting_for"] is not { } waiting) return pin;

            Assert.True(((string?)waiting["message"])!.Length > 15, pin.ToJsonString());
            if (account.Row is { Status: not AccountStatus.Active, HeldUntil: null }) await account.RecoverAsync();
            await account.App.StepAsync(account.Id);
        }

        throw new TimeoutException($"The pin did not come to its end: {await account.App.GetAsync($"/v1/pins/{id}")}");
    }
}
