using System.Net;
using Amazon.S3;
using Connector.Assets.S3;

namespace Connector.Tests.Assets;

public sealed class S3ErrorsTests
{
    [Theory]
    [InlineData("RequestTimeTooSkewed", "The clock of this machine is wrong")]
    [InlineData("AuthorizationHeaderMalformed", "Check Connector:Assets:S3:Region and Endpoint")]
    [InlineData("AccessDenied", "it needs to list the bucket, and to get, put and delete")]
    [InlineData("NoSuchBucket", "Make the bucket")]
    public void What_settings_or_the_clock_are_to_blame_for_is_said_with_what_to_do(string code, string advice)
    {
        var error = Refusal(HttpStatusCode.Forbidden, code);

        Assert.True(S3Errors.IsOfSettings(error));
        Assert.StartsWith($"bucket pins answers {code}. ", S3Errors.Describe(error, "bucket pins"), StringComparison.Ordinal);
        Assert.Contains(advice, S3Errors.Describe(error, "bucket pins"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outage_is_not_the_fault_of_settings()
    {
        Assert.False(S3Errors.IsOfSettings(Refusal(HttpStatusCode.ServiceUnavailable, "SlowDown")));
        Assert.Equal("b answers 503 SlowDown.", S3Errors.Describe(Refusal(HttpStatusCode.ServiceUnavailable, "SlowDown"), "b"));
        Assert.Equal("b does not answer in time.", S3Errors.Describe(new TaskCanceledException(), "b"));
        Assert.Equal("b cannot be reached: refused", S3Errors.Describe(new HttpRequestException("refused"), "b"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_missing_bucket()
    {
        Assert.True(S3Errors.IsMissingFile(Refusal(HttpStatusCode.NotFound, "NoSuchKey")));
        Assert.False(S3Errors.IsMissingFile(Refusal(HttpStatusCode.NotFound, "NoSuchBucket")));
    }

    private static AmazonS3Exception Refusal(HttpStatusCode status, string code) => new(code) { StatusCode = status, ErrorCode = code };
}
