using System.Net;

namespace Connector.Tests.Support;

/// <content>Files, as a browser sends them.</content>
public sealed partial class ConsoleSession
{
    /// <summary>Sends a file with what protects the form, and follows it to the page that shows it.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="page">The page of the form.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="token">What protects the form; that of the page without it.</param>
    public async Task<ConsoleAnswer> UploadAsync(string path, string page, byte[] file, string? token = null)
    {
        var known = Token().Match((await GetAsync(page)).Html).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token ?? WebUtility.HtmlDecode(known)), "forgery_token" },
            { new ByteArrayContent(file), "file", "picture.jpg" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        return await SendAsync(request);
    }
}
