using System.Text;
using Connector.Pinterest.Media;

namespace Connector.Tests.Pinterest.Media;

public sealed class UploadPolicyTests
{
    [Theory]
    [InlineData("""{"expiration":"2026-11-02T10:00:00.000Z","conditions":[{"bucket":"b"}]}""", "2026-11-02T10:00:00")]
    [InlineData("""{"conditions":[],"expiration":"2026-11-02T10:00:00Z"}""", "2026-11-02T10:00:00")]
    [InlineData("""{"expiration":"2026-11-02T10:00:00.5Z"}""", "2026-11-02T10:00:00.5")]
    [InlineData("""{"expiration":"2026-11-02T12:00:00+02:00"}""", "2026-11-02T10:00:00")]
    [InlineData("""{"expiration":"2026-11-02T10:00:00"}""", "2026-11-02T10:00:00")]
    [InlineData("""{"expiration":"tomorrow"}""", null)]
    [InlineData("""{"expiration":"1/2"}""", null)]
    [InlineData("""{"expiration":1793613600}""", null)]
    [InlineData("""{"expiration":null}""", null)]
    [InlineData("""{"Expiration":"2026-11-02T10:00:00Z"}""", null)]
    [InlineData("""{"conditions":[]}""", null)]
    [InlineData("""["expiration"]""", null)]
    [InlineData("""{"expiration":"2026-11""", null)]
    [InlineData("", null)]
    public void A_policy_says_until_when_an_upload_may_begin(string policy, string? deadline)
    {
        DateTimeOffset? expected = deadline is null ? null : DateTimeOffset.Parse(deadline + "Z", null);

        Assert.Equal(expected, UploadPolicy.DeadlineOf(Convert.ToBase64String(Encoding.UTF8.GetBytes(policy))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not base64")]
    [InlineData("eyJleHBpcmF0aW9uIjoiMj..==")]
    [InlineData("/////w==")]
    public void An_unreadable_policy_has_no_end_time(string? policy) => Assert.Null(UploadPolicy.DeadlineOf(policy));

    [Fact]
    public void The_policy_is_found_among_the_fields_however_it_is_spelt()
    {
        const string policy = "eyJleHBpcmF0aW9uIjoiMjAyNi0xMS0wMlQxMDowMDowMFoifQ==";

        Assert.Equal(
            new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero),
            UploadPolicy.DeadlineIn([new("key", "uploads/1"), new("Policy", policy)]));
        Assert.Null(UploadPolicy.DeadlineIn([new("key", policy)]));
        Assert.Null(UploadPolicy.DeadlineIn([]));
    }
}
