using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>Checks and accepts pins that somebody writes; their fields are checked here, because nobody did before.</summary>
internal sealed class NewPins(PinInspector inspector, PinIntake intake, PinView view)
{
    /// <summary>What accepting it would say; nothing is stored.</summary>
    public async Task<Inspection> InspectAsync(
        Caller caller, ParsedPin pin, bool fetchMedia, bool openLink, CancellationToken cancellation)
    {
        var (request, problem) = RequestCheck.Checked(pin);
        if (problem is not null)
            return new Inspection(false, [Check.Failed("fields", problem)], new Resolved(null, null, null), null);

        return await inspector.InspectAsync(caller, request!, new RequestedChecks(Board: true, fetchMedia, openLink), cancellation);
    }

    /// <summary>What is wrong with its fields; null when nothing is.</summary>
    public static Problem? ProblemOf(CreatePinRequest request) => RequestCheck.Checked(new ParsedPin { Request = request }).Problem;

    /// <summary>Accepts it: once this returns, it is on disk; the same key again gives the same pin.</summary>
    public async Task<Pin> AcceptAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation) =>
        (await AcceptOnceAsync(caller, request, cancellation)).Pin;

    /// <summary>The same, and whether the pin is new; a new one has warnings.</summary>
    public async Task<(Pin Pin, bool IsNew)> AcceptOnceAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation)
    {
        if (ProblemOf(request) is { } problem) throw new ProblemException(problem);

        var accepted = await intake.AcceptAsync(caller, request, request.IdempotencyKey, RequestedChecks.Nothing, cancellation);
        return accepted.Account is { } account
            ? (accepted.With(view.ShowAccepted(accepted.Row!, account)), true)
            : (view.Show(accepted.Row!), false);
    }
}
