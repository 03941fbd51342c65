using System.Text;
using Connector.Pinterest;

namespace Connector.Tests.Pinterest;

public sealed class UploadResultTests
{
    [Theory]
    [InlineData(204, null, UploadEnd.Arrived)]
    [InlineData(200, null, UploadEnd.Arrived)]
    [InlineData(201, null, UploadEnd.Arrived)]
    [InlineData(403, "AccessDenied", UploadEnd.RegisterAnew)]
    [InlineData(403, "SignatureDoesNotMatch", UploadEnd.RegisterAnew)]
    [InlineData(403, null, UploadEnd.RegisterAnew)]
    [InlineData(400, "ExpiredToken", UploadEnd.RegisterAnew)]
    [InlineData(400, "MalformedPOSTRequest", UploadEnd.RegisterAnew)]
    [InlineData(307, "TemporaryRedirect", UploadEnd.RegisterAnew)]
    [InlineData(404, "NoSuchBucket", UploadEnd.RegisterAnew)]
    [InlineData(400, "RequestTimeout", UploadEnd.TryAgain)]
    [InlineData(400, "IncompleteBody", UploadEnd.TryAgain)]
    [InlineData(408, null, UploadEnd.TryAgain)]
    [InlineData(429, null, UploadEnd.TryAgain)]
    [InlineData(500, "InternalError", UploadEnd.TryAgain)]
    [InlineData(503, "SlowDown", UploadEnd.TryAgain)]
    [InlineData(502, null, UploadEnd.TryAgain)]
    [InlineData(400, "EntityTooLarge", UploadEnd.FileRefused)]
    [InlineData(413, null, UploadEnd.FileRefused)]
    [InlineData(400, "EntityTooSmall", UploadEnd.FileRefused)]
    internal void An_answer_says_what_to_do_next(int status, string? code, UploadEnd end)
    {
        var result = UploadResult.Of(status, code);

        Assert.Equal((end, status, code), (result.End, result.Status, result.Code));
        Assert.EndsWith(".", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>[\"eq\",\"$x-amz-security-token\",\"hidden\"]</Message></Error>",
        "AccessDenied")]
    [InlineData("<Error xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Code>SlowDown</Code></Error>", "SlowDown")]
    [InlineData("<Error><Code>AccessDenied</Code><Mess", "AccessDenied")]
    [InlineData("<Error><Code>not a code</Code></Error>", null)]
    [InlineData("<Error><Code/></Error>", null)]
    [InlineData("<Error><Code><b/></Code></Error>", null)]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"AccessDenied\">]><Error><Code>&a;</Code></Error>", null)]
    [InlineData("<!doctype html><title>Proxy</title>", null)]
    [InlineData("{\"code\":1}", null)]
    [InlineData("", null)]
    public void A_code_is_read_out_of_S3s_errors_and_nothing_else(string body, string? code) =>
        Assert.Equal(code, UploadResult.CodeIn(new MemoryStream(Encoding.UTF8.GetBytes(body))));
}
