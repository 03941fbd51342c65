using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents.Tools;

/// <summary>Makes a pin, which awaits a person's approval unless the key says that its holder may approve.</summary>
internal sealed class CreatePinTool(NewPins pins) : AgentTool<CreatePinArguments, CreatedPinAnswer>
{
    public override string Name => "create_pin";

    public override string Scope => Http.Scope.Publish;

    protected override string Title => "Make a pin";

    protected override string Description =>
        "Makes one pin, which is published after a person approved it. Call validate_pin first, and ask the person. Call again with the "
        + "same idempotency_key after any error or time-out: it gives the same pin, never a second one.";

    protected override bool IsReadOnly => false;

    protected override bool AsksPinterest => true;

    protected override async Task<CreatedPinAnswer> AnswerAsync(
        AgentCall call, CreatePinArguments arguments, CancellationToken cancellation)
    {
        var request = arguments.ToRequest(arguments.IdempotencyKey) with { AwaitsApproval = !MayPublish(call.Caller) };
        var (pin, isNew) = await pins.AcceptOnceAsync(call.Caller, request, cancellation);
        return new CreatedPinAnswer(ShownPin.From(pin), isNew, [.. (pin.Warnings ?? []).Select(ToolCheck.From)]);
    }

    /// <summary>
    /// Only a key that was given the scope approve by its name: admin, which people use first, does not let a model publish alone.
    /// </summary>
    public static bool MayPublish(Caller caller) => caller.Scopes.Contains(Http.Scope.Approve);
}

/// <summary>A pin to make.</summary>
public sealed record CreatePinArguments : DraftPin, IValidatableObject
{
    [Description(
        "One for each pin, made from what the pin is, such as the product and the board: red-lamp-home-decor. The same again gives the "
        + "same pin.")]
    [Text(255, MinimumLength = 1)]
    public required string IdempotencyKey { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(IdempotencyKey))
            yield return new("must not be blank: without it a repeated call would make a second pin.", [nameof(IdempotencyKey)]);
    }
}

/// <summary>The pin; is_new is false when an earlier call with the same key had made it.</summary>
public sealed record CreatedPinAnswer(ShownPin Pin, bool IsNew, IReadOnlyList<ToolCheck> Warnings);
