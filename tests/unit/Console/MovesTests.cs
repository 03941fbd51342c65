using Connector.Console.Pages.Queue;
using Connector.Http;
using Connector.Pins;

namespace Connector.Tests.Console;

/// <summary>The new times of pins that are moved together.</summary>
public sealed class MovesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-10-24T08:00:00Z");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    // From the time it was wanted for; days keep the time of day although the clocks are changed.
    [InlineData("2026-10-24T10:00:00Z", "2026-10-24T10:07:00Z", "1", "days", "2026-10-25T11:00:00Z")]
    [InlineData("2026-10-24T10:00:00Z", "2026-10-24T10:07:00Z", "24", "hours", "2026-10-25T10:00:00Z")]
    [InlineData("2026-10-24T10:00:00Z", null, "-1", "hours", "2026-10-24T09:00:00Z")]
    // From the time at which it is expected where that has passed, or where there was none.
    [InlineData("2026-10-20T10:00:00Z", "2026-10-24T12:00:00Z", "2", "hours", "2026-10-24T14:00:00Z")]
    [InlineData(null, "2026-10-24T12:00:00Z", "2", "hours", "2026-10-24T14:00:00Z")]
    [InlineData(null, null, "2", "hours", "2026-10-24T10:00:00Z")]
    // Into the past: as soon as it may.
    [InlineData("2026-10-24T10:00:00Z", null, "-3", "hours", null)]
    public void A_pin_is_moved_from_the_time_that_its_reader_sees(
        string? publishAt, string? expectedAt, string steps, string unit, string? moved) =>
        Assert.Equal(Time(moved), Moves.By(steps, unit)(Pin(publishAt, expectedAt), Berlin, Now));

    [Fact]
    public void A_given_time_is_that_of_the_accounts_clock() =>
        Assert.Equal(Time("2026-12-24T17:00:00Z"), Moves.To("2026-12-24T18:00")(Pin(null, null), Berlin, Now));

    [Theory]
    [InlineData("0", "days")]
    [InlineData("1.5", "days")]
    [InlineData("2001", "hours")]
    [InlineData("", "hours")]
    [InlineData("1", "weeks")]
    public void What_is_no_step_is_refused(string steps, string unit) =>
        Assert.Equal("validation_failed", Assert.Throws<ProblemException>(() => Moves.By(steps, unit)).Problem.Code);

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01T00:00")]
    [InlineData("0001-01-01T00:00")]
    public void What_is_no_time_is_refused(string text) =>
        Assert.Equal("validation_failed", Assert.Throws<ProblemException>(() => Moves.To(text)).Problem.Code);

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text);

    private static Pin Pin(string? publishAt, string? expectedAt) => new()
    {
        Id = "pin_1",
        AccountId = "acc_1",
        Simulated = true,
        Status = PinStatus.Queued,
        MediaType = "image",
        BoardId = "1",
        Metadata = new Dictionary<string, string>(),
        PublishAt = Time(publishAt),
        Eta = expectedAt is null ? null : new Eta(Now, Time(expectedAt), 1),
    };
}
