using Connector.Common;
using Connector.Http;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks.Deliveries;

/// <summary>
/// Says in the log which receivers fail, without a line for each try; of an address only its host, because it may hold secrets.
/// </summary>
internal sealed partial class DeliveryLog(TimeProvider clock, ILogger<DeliveryLog> logger)
{
    private readonly RepeatedFailures _failures = new(clock);

    /// <summary>An attempt has ended.</summary>
    /// <param name="delivery">What was sent.</param>
    /// <param name="attempt">How it ended.</param>
    /// <param name="plan">What follows.</param>
    /// <param name="disabled">The webhook, if this attempt was the last that it gets.</param>
    public void Ended(DeliveryRow delivery, DeliveryAttempt attempt, DeliveryPlan plan, WebhookRow? disabled)
    {
        var receiver = Name(delivery, attempt);
        if (plan.Outcome == DeliveryOutcome.Delivered)
        {
            Delivered(receiver, _failures.Succeeded(delivery.Receiver));
            return;
        }

        var next = Next(plan);
        if (disabled is not null) Log.Disabled(logger, receiver, disabled.DisabledReason!);
        else if (plan is { Outcome: DeliveryOutcome.Again, CountsAsTry: false })
            Log.NotReady(logger, receiver, delivery.EventId, delivery.Subject, next);
        else Failed(receiver, delivery, attempt, next);
    }

    private void Delivered(string receiver, FailureCount? before)
    {
        if (before is null) return;

        var since = Rfc3339.Format(before.Since);
        Log.Works(logger, receiver, before.Count, since);
    }

    private void Failed(string receiver, DeliveryRow delivery, DeliveryAttempt attempt, string next)
    {
        switch (_failures.Failed(delivery.Receiver))
        {
            case { Count: 1 }:
                Log.NotDelivered(
                    logger, receiver, delivery.EventId, delivery.Type, delivery.Subject, attempt.Number, attempt.Message, next);
                break;
            case { } count:
                Log.StillFails(logger, receiver, count.Count, Rfc3339.Format(count.Since), delivery.EventId, attempt.Message, next);
                break;
        }
    }

    private static string Name(DeliveryRow delivery, DeliveryAttempt attempt)
    {
        var host = new Uri(attempt.Url).Authority;
        return delivery.IsCallback ? $"Callbacks to {host}" : $"Webhook {delivery.WebhookId} to {host}";
    }

    private string Next(DeliveryPlan plan) => plan.Outcome == DeliveryOutcome.Again
        ? $"It is tried again at {Rfc3339.Format(clock.GetUtcNow() + plan.Delay)}."
        : "It is given up; GET /v1/events still has the event.";

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Receiver} failed: event {EventId} ({EventType} of {Subject}) was not delivered in attempt {Number}: {Reason} "
                + "{Next} Further failures are counted and said once an hour.")]
        public static partial void NotDelivered(
            ILogger logger, string receiver, string eventId, string eventType, string subject, long number, string reason, string next);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Receiver} still failed: {Count} attempts since {Since}, the last with event {EventId}: {Reason} {Next}")]
        public static partial void StillFails(
            ILogger logger, string receiver, long count, string since, string eventId, string reason, string next);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Receiver} works again after {Count} failed attempts since {Since}.")]
        public static partial void Works(ILogger logger, string receiver, long count, string since);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Receiver} is disabled, and nothing more is posted there: {Reason}")]
        public static partial void Disabled(ILogger logger, string receiver, string reason);

        [LoggerMessage(
            Level = LogLevel.Debug,
            Message = "{Receiver}: the workflow does not wait yet for event {EventId} of {Subject}. {Next}")]
        public static partial void NotReady(ILogger logger, string receiver, string eventId, string subject, string next);
    }
}
