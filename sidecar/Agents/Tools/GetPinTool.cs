using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>How far a pin got; may wait for its end.</summary>
internal sealed class GetPinTool(PinOverview overview, PinWait wait) : AgentTool<GetPinArguments, ShownPin>
{
    // A client that hears nothing gives up after its own time.
    private const int SecondsBetweenReports = 5;

    public override string Name => "get_pin";

    protected override string Title => "Look at a pin";

    protected override string Description =>
        "Tells how far a pin got, why it waits, and what to do next. With wait_seconds the answer comes when the pin is published or has "
        + "ended another way, or when the time is up; progress is reported meanwhile.";

    protected override async Task<ShownPin> AnswerAsync(AgentCall call, GetPinArguments arguments, CancellationToken cancellation)
    {
        var pin = overview.Get(call.Caller, arguments.Id);
        for (var waited = 0; waited < arguments.WaitSeconds && !PinStatus.IsFinal(pin.Status); waited += SecondsBetweenReports)
        {
            await call.ReportAsync(waited, arguments.WaitSeconds, $"{pin.Status}{(pin.WaitingFor is { } why ? $": {why.Message}" : "")}");
            var seconds = Math.Min(SecondsBetweenReports, arguments.WaitSeconds - waited);
            await wait.UntilFinalAsync(call.Caller, arguments.Id, TimeSpan.FromSeconds(seconds), cancellation);
            pin = overview.Get(call.Caller, arguments.Id);
        }

        return ShownPin.From(pin);
    }
}

/// <summary>Which pin, and how long to wait.</summary>
public sealed record GetPinArguments
{
    [Description("The pin's id: pin_…")]
    [Text(64)]
    public required string Id { get; init; }

    [Description("How long to wait for its end, at most 60; 0 does not wait. A pin that awaits approval waits for a person.")]
    [Range(0, 60)]
    public int WaitSeconds { get; init; }
}
