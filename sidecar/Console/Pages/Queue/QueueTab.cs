using Connector.Pins;

namespace Connector.Console.Pages.Queue;

/// <summary>A list that the queue can show: its name, and what its times say.</summary>
/// <param name="Status">As in the API; null for all that wait.</param>
/// <param name="Name">For its link.</param>
/// <param name="Times">What the time of a line is.</param>
internal sealed record QueueTab(string? Status, string Name, string Times)
{
    private const string Goes = "when each is expected to go", Ended = "when it ended";

    public static readonly IReadOnlyList<QueueTab> All =
    [
        new(null, "Waiting", Goes),
        new(PinStatus.AwaitingApproval, "To approve", "when each is wanted"),
        new(PinStatus.Scheduled, "Scheduled", Goes),
        new(PinStatus.Queued, "Queued", Goes),
        new(PinStatus.Publishing, "Publishing", Goes),
        new(PinStatus.Failed, "Failed", Ended),
        new(PinStatus.Unconfirmed, "Unconfirmed", Ended),
        new(PinStatus.Published, "Published", "when each went out"),
        new(PinStatus.Canceled, "Canceled", Ended),
    ];

    /// <summary>That of a status, and of one that nobody knows the first.</summary>
    public static QueueTab Of(string? status) => All.FirstOrDefault(tab => tab.Status == status) ?? All[0];

    /// <summary>Its pins can still be changed.</summary>
    public bool Waits => Status is null || PinStatus.IsWaiting(Status);

    public static DateTimeOffset? TimeOf(Pin pin) => pin.Status switch
    {
        PinStatus.Published => pin.PublishedAt,
        PinStatus.AwaitingApproval => pin.PublishAt,
        _ when PinStatus.IsFinal(pin.Status) => pin.UpdatedAt,
        _ => pin.Eta?.ExpectedAt,
    };
}
