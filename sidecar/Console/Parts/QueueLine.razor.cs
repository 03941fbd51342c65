using Connector.Accounts;
using Connector.Console.Pages.Queue;
using Connector.Http;
using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A pin of the queue: what it is, why it waits or how it ended, and when it goes or went.</summary>
public partial class QueueLine
{
    /// <summary>Which.</summary>
    [Parameter, EditorRequired]
    public Pin Pin { get; set; } = null!;

    /// <summary>The name of its board; the id where the name is not known.</summary>
    [Parameter, EditorRequired]
    public string Board { get; set; } = "";

    /// <summary>Its account.</summary>
    [Parameter, EditorRequired]
    public Account? Account { get; set; }

    /// <summary>Whether it can be chosen for what is done to many.</summary>
    [Parameter]
    public bool MayChoose { get; set; }

    // To approve it is to approve what was seen; for all else the pin may have changed since.
    private string Chosen =>
        Pin.Status == PinStatus.AwaitingApproval ? $"{Pin.Id} {Rfc3339.Format(Pin.UpdatedAt)}" : Pin.Id;

    private string Title => PinTitle.Of(Pin.Title);

    private string? Priority => Pin.Priority == 0 ? null : $" · priority {Pin.Priority}";

    private string? Why => Pin.WaitingFor is { } waits ? Reason.Of(waits) : Pin.ErrorMessage;

    private DateTimeOffset? When => QueueTab.TimeOf(Pin);
}
