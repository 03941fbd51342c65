using System.Text;
using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Media;

/// <summary>The simulated storage is as strict as S3, so that what it takes S3 takes too.</summary>
public sealed class UploadReceiverTests : IAsyncLifetime
{
    private const string Boundary = "x";
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private MediaRegistration _registration = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync();
        _session = await _simulator.SessionAsync();
        _registration = await _simulator.Pinterest.RegisterMediaAsync(_session, default);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("as registered", 204, null)]
    [InlineData("fields in another order", 204, null)]
    [InlineData("a field changed", 403, "AccessDenied")]
    [InlineData("a field missing", 403, "AccessDenied")]
    [InlineData("a field twice", 403, "AccessDenied")]
    [InlineData("a field too many", 403, "AccessDenied")]
    [InlineData("no key", 403, "AccessDenied")]
    [InlineData("a field after the file", 400, "InvalidArgument")]
    [InlineData("no file", 400, "InvalidArgument")]
    [InlineData("an empty file", 400, "EntityTooSmall")]
    [InlineData("filename*", 400, "MalformedPOSTRequest")]
    [InlineData("cut short", 400, "MalformedPOSTRequest")]
    [InlineData("not a form", 412, "PreconditionFailed")]
    [InlineData("a token", 400, "InvalidArgument")]
    [InlineData("no length", 411, "MissingContentLength")]
    [InlineData("too late", 403, "AccessDenied")]
    public async Task Only_what_was_registered_is_taken_and_only_as_it_was_registered(string how, int status, string? code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _registration.UploadUrl)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body(how))),
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", how == "not a form" ? "application/octet-stream" : $"multipart/form-data; boundary={Boundary}");
        if (how == "a token") request.Headers.Authorization = new("Bearer", _session.AccessToken);
        if (how == "no length") request.Headers.TransferEncodingChunked = true;
        if (how == "too late") _simulator.Clock.Advance(TimeSpan.FromHours(1));

        using var http = _simulator.Get<IHttpClientFactory>().CreateClient(PinterestHttp.UploadClientName(PinterestEnvironment.Simulator));
        using var answer = await http.SendAsync(request);

        Assert.Equal((status, code), ((int)answer.StatusCode, UploadResult.CodeIn(await answer.Content.ReadAsStreamAsync())));
        var after = await _simulator.Pinterest.GetMediaAsync(_session, _registration.MediaId, default);
        Assert.Equal(status == 204 ? MediaStatus.Processing : MediaStatus.Registered, after);
    }

    private string Body(string how)
    {
        var fields = _registration.UploadParameters.Select(each => (Name: each.Key, each.Value)).ToList();
        switch (how)
        {
            case "fields in another order":
                fields.Reverse();
                break;
            case "a field changed":
                fields[1] = (fields[1].Name, fields[1].Value + " ");
                break;
            case "a field missing":
                fields.RemoveAt(2);
                break;
            case "a field twice":
                fields.Add(fields[0]);
                break;
            case "a field too many":
                fields.Add(("acl", "public-read"));
                break;
            case "no key":
                fields.RemoveAll(field => field.Name == "key");
                break;
        }

        var body = string.Concat(fields.Select(field => Part(field.Name, field.Value)));
        var file = Part("file", how == "an empty file" ? "" : "ftypmp42");
        if (how == "filename*") file = file.Replace("file\"", "file\"; filename*=utf-8''a.mp4", StringComparison.Ordinal);
        if (how != "no file") body += file;
        if (how == "a field after the file") body += Part("acl", "private");
        return how == "cut short" ? body[..^4] : $"{body}--{Boundary}--\r\n";
    }

    private static string Part(string name, string value) =>
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
}
