using Connector.Http;
using Connector.Pinterest;
using Connector.Publishing.Videos;

namespace Connector.Tests.Publishing.Videos;

public sealed class VideoDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

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

        var move = VideoDecision.StatusRead(row, Enum.Parse<MediaStatus>(status), Patience, Now);

        Assert.Equal(follows, Say(move));
        if (move.Row.Step == VideoStep.Upload) Assert.Null(move.Row.MediaId);
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
        var move = VideoDecision.Uploaded(
            Row(VideoStep.Upload) with { Tries = tries }, new UploadResult(Enum.Parse<UploadEnd>(end), "It was so."), Now, new Random(1));

        Assert.Equal(follows, Say(move));
    }

    /// <summary>Only what may have arrived is asked for before it is sent again.</summary>
    [Theory]
    [InlineData("TryAgain", "7001")]
    [InlineData("RegisterAnew", null)]
    public void A_registration_that_is_worth_nothing_is_forgotten(string end, string? mediaId) => Assert.Equal(
        mediaId, VideoDecision.Uploaded(
            Row(VideoStep.Upload), new UploadResult(Enum.Parse<UploadEnd>(end), "It was so."), Now, new Random(1)).Row.MediaId);

    [Theory]
    [InlineData(422, "media_unreachable", 0, "fetch later")]
    [InlineData(422, "media_unreachable", 4, "failed, may be tried again")]
    [InlineData(503, "storage_unavailable", 100, "fetch later")]
    [InlineData(507, "asset_quota_reached", 100, "fetch later")]
    [InlineData(422, "media_type_unsupported", 0, "failed")]
    [InlineData(422, "url_not_allowed", 0, "failed")]
    public void An_address_that_gives_no_file_is_tried_again_only_where_that_may_help(int status, string code, int tries, string follows) =>
        Assert.Equal(
        follows, Say(VideoDecision.NotFetched(Row(VideoStep.Fetch) with { Tries = tries, AssetId = null }, new Problem(
            status, code, "No.", "No file.", "Give one."), Now, new Random(1))));

    [Fact]
    public void Every_turn_says_something_and_a_failure_what_to_do() =>
        Assert.All(
            [.. Enum.GetValues<MediaStatus>().Where(s => s != MediaStatus.Succeeded).Select(s => VideoDecision.StatusRead(
                Row(VideoStep.Process),
                s,
                Patience,
                Now)), .. Enum.GetValues<UploadEnd>().Select(
                    e => VideoDecision.Uploaded(Row(VideoStep.Upload), new UploadResult(e, "It was so."), Now, new Random(1)))],
            move => Assert.False(string.IsNullOrEmpty(move.Failure?.Remediation ?? move.Message)));

    [Fact]
    public void Tries_are_counted_anew_at_every_step() => Assert.Equal(
        (0, 0), (VideoDecision.Fetched(Row(VideoStep.Fetch) with { Tries = 3 }, "ast_1", Now).Row.Tries, VideoDecision.Arrived(
            Row(VideoStep.Upload) with { Tries = 3 }, Now).Row.Tries));

    private static VideoRow Row(string step) => new()
    {
        PinId = "pin_1",
        AccountId = "acc_1",
        Step = step,
        Since = Now,
        DueAt = Now,
        AssetId = "ast_1",
        MediaId = "7001",
        Registrations = 1
    };

    private static string Say(VideoChange move) => move switch
    {
        { IsReady: true } => "ready",
        { Failure: not null, Retryable: true } => "failed, may be tried again",
        { Failure: not null } => "failed",
        { Row.Tries: > 0 } => $"{move.Row.Step} later",
        _ => $"{move.Row.Step} in {(move.Row.DueAt - Now).TotalSeconds} s",
    };
}
