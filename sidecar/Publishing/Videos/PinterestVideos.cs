using Connector.Accounts;
using Connector.Pinterest;

namespace Connector.Publishing.Videos;

/// <summary>Videos at Pinterest, in an account's name: register one, send its bytes, ask how far its processing is.</summary>
internal sealed class PinterestVideos(AccountSessions sessions, PinterestClient pinterest, MediaUpload upload)
{
    public Task<(PinterestEnvironment Environment, MediaRegistration Registration)> RegisterAsync(
        string accountId, CancellationToken cancellation) => sessions.CallAsync(
        accountId, async (session, token) => (session.Environment, await pinterest.RegisterMediaAsync(session, token)), cancellation);

    public Task<UploadResult> SendAsync(
        (PinterestEnvironment Environment, MediaRegistration Registration) registered, Stream file, CancellationToken cancellation) =>
        upload.SendAsync(registered.Environment, registered.Registration, file, cancellation);

    public Task<MediaStatus> StatusAsync(string accountId, string mediaId, CancellationToken cancellation) =>
        sessions.CallAsync(accountId, (session, token) => pinterest.GetMediaAsync(session, mediaId, token), cancellation);
}
