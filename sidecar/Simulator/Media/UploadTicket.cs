using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Simulator.State;

namespace Connector.Simulator.Media;

/// <summary>The form fields that must come with an upload, as S3 signs them; always the same for the same media.</summary>
internal static class UploadTicket
{
    private const long LargestFile = 2L * 1024 * 1024 * 1024;

    public static OrderedDictionary<string, string> Of(string accountId, SimulatedMedia media)
    {
        var key = $"uploads/{media.Id[..2]}/{media.Id[2..4]}/{media.Id[4..6]}/3:video:{accountId}:{media.Id}";
        var policy = JsonSerializer.SerializeToUtf8Bytes(new
        {
            expiration = media.UploadUntil.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            conditions = new object[]
            {
                new { bucket = "pinterest-media-upload" },
                new[] { "eq", "$key", key },
                new object[] { "content-length-range", 1, LargestFile },
            },
        });
        return new()
        {
            ["x-amz-date"] = media.UploadUntil.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["x-amz-signature"] = Convert.ToHexStringLower(SHA256.HashData(policy)),
            ["x-amz-security-token"] = Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(key))),
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["key"] = key,
            ["policy"] = Convert.ToBase64String(policy),
            ["x-amz-credential"] = $"ASIASIMULATED/{media.UploadUntil.UtcDateTime:yyyyMMdd}/us-east-1/s3/aws4_request",
            ["Content-Type"] = "multipart/form-data",
        };
    }
}
