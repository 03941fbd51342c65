using System.Xml;

namespace Connector.Pinterest;

/// <summary>What to do after an upload ended as it did.</summary>
internal enum UploadEnd
{
    /// <summary>The file is there; now Pinterest processes it.</summary>
    Arrived,

    /// <summary>The same registration may be used once more: no answer, or a failure that passes.</summary>
    TryAgain,

    /// <summary>This registration cannot be used any more, such as after its deadline; a new one may work.</summary>
    RegisterAnew,

    /// <summary>The file itself is refused: too large, or empty.</summary>
    FileRefused,

    /// <summary>Pinterest named an address that files may not go to; nothing was sent.</summary>
    NotAllowed,
}

/// <summary>
/// How an upload ended; <paramref name="Message"/> is for people. What S3 says is not repeated: it may quote the fields, which are secrets.
/// </summary>
internal sealed record UploadResult(UploadEnd End, string Message, int? Status = null, string? Code = null)
{
    /// <summary>What an answer of S3's means.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList</remarks>
    public static UploadResult Of(int status, string? code)
    {
        var answer = code is null ? $"{status}" : $"{status} {code}";
        return (status, code) switch
        {
            (200 or 201 or 204, _) => new(UploadEnd.Arrived, "The file was uploaded.", status, code),
            (413, _) or (_, "EntityTooLarge") =>
                new(UploadEnd.FileRefused, $"Pinterest's storage finds the file too large ({answer}). Use a smaller one.", status, code),
            (_, "EntityTooSmall") =>
                new(UploadEnd.FileRefused, $"Pinterest's storage finds the file too small ({answer}). Send a whole one.", status, code),
            (408 or 425 or 429 or >= 500, _) or (_, "RequestTimeout" or "IncompleteBody") =>
                new(UploadEnd.TryAgain, $"Pinterest's storage could not take the file just now ({answer}).", status, code),
            _ => new(
                UploadEnd.RegisterAnew, $"Pinterest's storage refused this upload ({answer}). It has to be registered anew.", status, code),
        };
    }

    /// <summary>The code in an error of S3's; null in anything else.</summary>
    public static string? CodeIn(Stream body)
    {
        try
        {
            using var xml = XmlReader.Create(body); // which refuses DTDs
            return xml.ReadToFollowing("Code") && xml.Read() && xml.NodeType == XmlNodeType.Text && xml.Value.All(char.IsAsciiLetterOrDigit)
                ? xml.Value
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
