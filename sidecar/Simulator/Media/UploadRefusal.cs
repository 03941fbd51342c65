using Connector.Simulator.Api;

namespace Connector.Simulator.Media;

/// <summary>The storage behind uploads says no, in S3's XML and words.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList</remarks>
internal sealed class UploadRefusal(int status, string code, string message) : Refusal(status, status, message)
{
    public override SimulatorResponse Answer => new(Status)
    {
        Xml = """<?xml version="1.0" encoding="UTF-8"?>"""
            + $"<Error><Code>{code}</Code><Message>{System.Security.SecurityElement.Escape(Message)}</Message>"
            + "<RequestId>SIMULATED</RequestId></Error>",
    };

    public static UploadRefusal TwoIdentities() => new(
        400, "InvalidArgument", "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string "
            + "parameter or the Authorization header should be specified");

    public static UploadRefusal NoLength() => new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static UploadRefusal NotAForm() =>
        new(412, "PreconditionFailed", "Bucket POST must be of the enclosure-type multipart/form-data");

    public static UploadRefusal Malformed() =>
        new(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");

    public static UploadRefusal NoFile() =>
        new(400, "InvalidArgument", "POST requires exactly one file upload per request, as the last field.");

    public static UploadRefusal NotAsSigned() => new(403, "AccessDenied", "Invalid according to Policy: Policy Condition failed");

    public static UploadRefusal PolicyExpired() => new(403, "AccessDenied", "Invalid according to Policy: Policy expired.");

    public static UploadRefusal Empty() => new(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
}
