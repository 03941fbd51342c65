using Connector.Http;
using Connector.Pinterest;
using Connector.Publishing.Videos;

namespace Connector.Tests.Publishing.Videos;

public sealed class VideoDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Timeout = TimeSpan.FromHours(6);

    /// <summary>
    /// What Pinterest says, for how many seconds the video has been there, how often it was registered, how often processing failed; and
    /// what follows.
    /// </summary>
    [Theory]
    [InlineData("Succeeded", 1, 1, 0, "ready")]
    [InlineData("Succeeded", 90_000, 5, 1, "ready")]
    [InlineData("Processing", 0, 1, 0, "process in 5 s")]
    [InlineData("Processing", 60, 1, 0, "process in 15 s")]
    [InlineData("Processing", 1200, 1, 0, "process in 300 s")]
    [InlineData("Processing", 21_600, 1, 0, "process in 300 s")]
    [InlineData("Processing", 21_601, 1, 0, "failed, may be tried again")]
    [InlineData("Failed", 10, 1, 0, "upload in 0 s")]
    [InlineData("Failed", 10, 2, 1, "failed, may be tried again")]
    [InlineData("Registered", 120, 1, 0, "process in 30 s")]
    [InlineData("Registered", 121, 1, 0, "upload in 0 s")]
    [InlineData("Absent", 121, 1, 0, "upload in 0 s")]
    [InlineData("Absent", 400, 5, 0, "process in 100 s")]
    [InlineData("Absent", 21_601, 5, 0, "failed, may be tried again")]
    public void A_status_says_how_it_goes_on(string status, int seconds, int registrations, int failures, string follows)
    {
        var row = Row(VideoStep.Process) with { Since = Now.AddSeconds(-seconds), Registrations = registrations, Failures = failures };

        var change = VideoDecision.StatusRead(row, Enum.Parse<MediaStatus>(status), Timeout, Now);

        Assert.Equal(follows, Say(change));
        if (change.Row.Step == VideoStep.Upload) Assert.Null(change.Row.MediaId);
    }

    [Theory]
    [InlineData("Arrived", 0, "process in 5 s")]
    [InlineData("TryAgain", 0, "upload later")]
    [InlineData("TryAgain", 100, "upload later")]
    [InlineData("RegisterAnew", 3, "upload later")]
    [InlineData("RegisterAnew", 4, "failed, may be tried again")]
    [InlineData("FileRefused", 0, "failed")]
    [InlineData("NotAllowed", 0, "failed, may be tried again")]
    public void An_upload_says_how_it_goes_on(string end, int tries, string follows)
    {
        var change = VideoDecision.Uploaded(
            Row(VideoStep.Upload) with { Tries = tries }, new UploadResult(Enum.Parse<UploadEnd>(end), "It was so."), Now, new Random(1));

        Assert.Equal(follows, Say(change));
    }

    /// <summary>Only what may have arrived is asked for before it is sent again.</summary>
    [Theory]
    [InlineData("TryAgain", "7001")]
    [InlineData("RegisterAnew", null)]
    public void A_registration_that_is_worth_nothing_is_forgotten(string end, string? mediaId)
    {
        var result = new UploadResult(Enum.Parse<UploadEnd>(end), "It was so.");

        Assert.Equal(mediaId, VideoDecision.Uploaded(Row(VideoStep.Upload), result, Now, new Random(1)).Row.MediaId);
    }

    [Theory]
    [InlineData(422, "media_unreachable", 0, "fetch later")]
    [InlineData(422, "media_unreachable", 4, "failed, may be tried again")]
    [InlineData(503, "storage_unavailable", 100, "fetch later")]
    [InlineData(507, "asset_quota_reached", 100, "fetch later")]
    [InlineData(422, "media_type_unsupported", 0, "failed")]
    [InlineData(422, "url_not_allowed", 0, "failed")]
    public void An_address_that_gives_no_file_is_tried_again_only_where_that_may_help(int status, string code, int tries, string follows)
    {
        var row = Row(VideoStep.Fetch) with { Tries = tries, AssetId = null };
        var problem = new Problem(status, code, "No.", "No file.", "Give one.");

        Assert.Equal(follows, Say(VideoDecision.NotFetched(row, problem, Now, new Random(1))));
    }

    [Fact]
    public void Every_change_says_something_and_a_failure_what_to_do()
    {
        var ofStatuses = Enum.GetValues<MediaStatus>()
            .Where(status => status != MediaStatus.Succeeded)
            .Select(status => VideoDecision.StatusRead(Row(VideoStep.Process), status, Timeout, Now));
        var ofUploads = Enum.GetValues<UploadEnd>()
            .Select(end => VideoDecision.Uploaded(Row(VideoStep.Upload), new UploadResult(end, "It was so."), Now, new Random(1)));

        Assert.All(
            [.. ofStatuses, .. ofUploads],
            change => Assert.False(string.IsNullOrEmpty(change.Failure?.Remediation ?? change.Message)));
    }

    [Fact]
    public void Tries_are_counted_anew_at_every_step()
    {
        Assert.Equal(0, VideoDecision.Fetched(Row(VideoStep.Fetch) with { Tries = 3 }, "ast_1", Now).Row.Tries);
        Assert.Equal(0, VideoDecision.Arrived(Row(VideoStep.Upload) with { Tries = 3 }, Now).Row.Tries);
    }

    private static VideoRow Row(string step) => new()
    {
        PinId = "pin_1",
        AccountId = "acc_1",
        Step = step,
        Since = Now,
        DueAt = Now,
        AssetId = "ast_1",
        MediaId = "7001",
        Registrations = 1,
    };

    private static string Say(VideoChange change) => change switch
    {
        { IsReady: true } => "ready",
        { Failure: not null, Retryable: true } => "failed, may be tried again",
        { Failure: not null } => "failed",
        { Row.Tries: > 0 } => $"{change.Row.Step} later",
        _ => $"{change.Row.Step} in {(change.Row.DueAt - Now).TotalSeconds} s",
    };
}
