using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace Connector.Assets.S3;

/// <summary>What an error of a store means, for a person; nothing that it says is secret.</summary>
internal static class S3Errors
{
    /// <summary>The store, the way to it, or what it was told to be is at fault.</summary>
    public static bool IsOfStore(Exception error) => error is AmazonServiceException or AmazonClientException or HttpRequestException
        or IOException or SocketException or OperationCanceledException or TimeoutException;

    public static bool IsMissingFile(Exception error) => error is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound } missing
        && missing.ErrorCode != "NoSuchBucket";

    /// <summary>Settings are wrong: to ask again does not help.</summary>
    public static bool IsOfSettings(Exception error) => error is AmazonS3Exception refused && Advice(refused) is not null;

    public static string Describe(Exception error, string store) => error switch
    {
        AmazonS3Exception refused when Advice(refused) is { } advice => $"{store} answers {CodeOf(refused)}. {advice}",
        AmazonServiceException { StatusCode: > 0 } refused => $"{store} answers {(int)refused.StatusCode} {refused.ErrorCode}.",
        OperationCanceledException or TimeoutException => $"{store} does not answer in time.",
        _ => $"{store} cannot be reached: {error.Message}",
    };

    private static string CodeOf(AmazonS3Exception error) =>
        error.ErrorCode is { Length: > 0 } code ? code : $"{(int)error.StatusCode}";

    // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    private static string? Advice(AmazonS3Exception error) => error.ErrorCode switch
    {
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" =>
            "Check Connector:Assets:S3:AccessKey and SecretKey: the store does not know them, or the one does not belong to the other.",
        "AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException" =>
            "Check Connector:Assets:S3:Region and Endpoint: the bucket is somewhere else.",
        "RequestTimeTooSkewed" or "RequestExpired" =>
            "The clock of this machine is wrong by more than the store allows: set it.",
        "NoSuchBucket" or "InvalidBucketName" =>
            "Make the bucket, or name another one in Connector:Assets:S3:Bucket; the connector makes none.",
        "AccessDenied" or "AllAccessDisabled" or "AccountProblem" =>
            "The access key may not do this: it needs to list the bucket, and to get, put and delete what is in it.",
        _ => null,
    };
}
