using System.ComponentModel;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>Checks a pin and stores nothing.</summary>
internal sealed class ValidatePinTool(NewPins pins) : AgentTool<ValidatePinArguments, ValidationAnswer>
{
    public override string Name => "validate_pin";

    protected override string Title => "Check a pin";

    protected override string Description =>
        "Checks a pin before create_pin and stores nothing: what would be refused, what could be better, and when it would be published. "
        + "Takes the same arguments. Fetches the picture. Call it first, and show the person the result.";

    protected override bool AsksPinterest => true;

    protected override async Task<ValidationAnswer> AnswerAsync(
        AgentCall call, ValidatePinArguments arguments, CancellationToken cancellation)
    {
        var request = arguments.ToRequest(arguments.IdempotencyKey);
        var seen = await pins.InspectAsync(
            call.Caller, new ParsedPin { Request = request }, fetchMedia: true, arguments.OpenLink, cancellation);
        return new ValidationAnswer(
            seen.Valid,
            [.. seen.Checks.Where(check => check.HasFailed).Select(ToolCheck.From)],
            [.. seen.Checks.Where(check => check.Warns).Select(ToolCheck.From)],
            seen.Resolved.AccountId, seen.Resolved.BoardId, seen.Eta?.ExpectedAt,
            seen.Valid
                ? "Show the person the payload and the warnings, and ask; then call create_pin with the same and an idempotency_key."
                : "Correct what problems says, and call validate_pin again.");
    }
}

/// <summary>A pin to check.</summary>
public sealed record ValidatePinArguments : DraftPin
{
    [Description("The same as for create_pin; may be left out here.")]
    [Text(255)]
    public string? IdempotencyKey { get; init; }

    [Description("Whether the page at link_url is opened too.")]
    public bool OpenLink { get; init; }
}

/// <summary>Whether it would be accepted, what is wrong, what could be better, and when it would be published.</summary>
public sealed record ValidationAnswer(
    bool Valid, IReadOnlyList<ToolCheck> Problems, IReadOnlyList<ToolCheck> Warnings, string? AccountId, string? BoardId,
    DateTimeOffset? ExpectedAt, string Next);
