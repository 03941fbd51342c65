using Connector.Simulator.Media;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Uploads of videos: registered and asked after; the file itself goes to <see cref="UploadReceiver"/>.</summary>
internal sealed class MediaHandlers(SimulatorState state, TimeProvider clock)
{
    // Pinterest does not document how long an upload may wait.
    private static readonly TimeSpan UploadLife = TimeSpan.FromHours(1);

    public SimulatorResponse Register(SimulatedCall call)
    {
        if (call.Body.Required("media_type") is not "video" and var other) throw Refusal.Invalid($"'{other}' is not one of video");
        var account = call.Account;
        var media = new SimulatedMedia(Seeded.Id($"{account.Id}/media/{account.Made}"), account.Made, clock.GetUtcNow() + UploadLife);
        state.Record(new MediaSaved(account.Id, media));
        return new SimulatorResponse(201, new
        {
            MediaId = media.Id,
            MediaType = "video",
            UploadUrl = call.Here("/upload/"),
            UploadParameters = UploadTicket.Of(account.Id, media),
        });
    }

    public SimulatorResponse List(SimulatedCall call) =>
        Paging.Page(call, [.. call.Account.Media.Values.OrderByDescending(media => media.Number)], media => media.Id, Describe);

    public SimulatorResponse Get(SimulatedCall call) =>
        new(200, Describe(call.Account.Media.GetValueOrDefault(call.Route("media_id")) ?? throw Refusal.MediaNotFound()));

    private object Describe(SimulatedMedia media) =>
        new { MediaId = media.Id, MediaType = "video", Status = media.StatusAt(clock.GetUtcNow()) };
}
