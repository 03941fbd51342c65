using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Connector.Keys;
using Connector.Outgoing;
using Connector.Webhooks.Events;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks.Deliveries;

/// <summary>Posts one delivery and plans what follows from the answer.</summary>
internal sealed class WebhookSender(
    DeliveryStore deliveries,
    OutgoingClient client,
    WebhookSecrets secrets,
    KeyStore keys,
    CallbackSecrets callbackSecrets,
    Random random,
    TimeProvider clock)
{
    private static readonly OutgoingLimits Limits = new(Time: TimeSpan.FromSeconds(15), Bytes: 4096);
    private const int LongestAnswer = 1000;

    public async Task<(DeliveryAttempt Attempt, DeliveryPlan Plan)?> SendAsync(DeliveryRow delivery)
    {
        var happened = deliveries.Event(delivery.EventId);
        var webhook = delivery.WebhookId is { } id ? deliveries.Webhook(id) : null;
        if (happened is null || (delivery.WebhookId is not null && webhook is null)) return null;

        var url = webhook?.Url ?? delivery.Url!;
        var (startedAt, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var answer = await AnswerAsync(() => Request(url, happened, SecretsOf(delivery, webhook, startedAt), startedAt));
        var age = clock.GetUtcNow() - happened.CreatedAt;
        var result = new AttemptResult(
            delivery.IsCallback, answer.Status, answer.Text ?? "", answer.RetryAfter, age, (int)delivery.AttemptCount);
        var plan = RetryPlan.After(result, (int)delivery.Tries, random.NextDouble());
        return (new DeliveryAttempt
        {
            Number = delivery.AttemptCount,
            StartedAt = startedAt,
            TookMs = (long)clock.GetElapsedTime(started).TotalMilliseconds,
            Url = url,
            HttpStatus = answer.Status,
            Answer = answer.Text is { Length: > LongestAnswer } text ? text[..LongestAnswer] : answer.Text,
            Message = answer.Message,
        }, plan);
    }

    private static HttpRequestMessage Request(string url, EventRow happened, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        var (timestamp, body) = (now.ToUnixTimeSeconds(), happened.Body);
        var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url)) { Content = content };
        request.Headers.Add("webhook-id", happened.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Signature.Of(happened.Id, timestamp, body, secrets));
        return request;
    }

    private List<string> SecretsOf(DeliveryRow delivery, WebhookRow? webhook, DateTimeOffset now)
    {
        if (webhook is null) return [callbackSecrets.Open(keys.Find(delivery.WorkspaceId, delivery.KeyId!)!)];
        string?[] sealedSecrets = [webhook.Secret, webhook.PreviousSecretUntil > now ? webhook.PreviousSecret : null];
        return [.. sealedSecrets.OfType<string>().Select(each => secrets.Open(webhook.Id, each))];
    }

    private async Task<Answer> AnswerAsync(Func<HttpRequestMessage> composeRequest)
    {
        try
        {
            using var request = composeRequest();
            var answer = await client.SendAsync(request, Limits, CancellationToken.None);
            return new Answer(answer.Status, answer.Body, RetryAfter(answer.Headers.RetryAfter), Describe(answer.Status));
        }
        catch (OutgoingException error)
        {
            return new Answer(null, null, null, error.Message);
        }
        catch (CryptographicException)
        {
            return new Answer(null, null, null, "The secret that signs it cannot be opened: the key ring in the data directory is not the "
                + "one it was sealed with. Restore the keys directory that belongs to this database, or give the webhook a new secret.");
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? asked) => asked?.Delta ?? asked?.Date - clock.GetUtcNow();

    private static string Describe(int status) => status switch
    {
        >= 200 and < 300 => "Delivered.",
        >= 300 and < 400 =>
            $"The receiver answered {status}: it redirects to another address. Redirects are not followed; change the url.",
        404 => "The receiver answered 404: nothing listens at this address. In n8n the workflow must be active.",
        _ => $"The receiver answered {status}.",
    };

    private sealed record Answer(int? Status, string? Text, TimeSpan? RetryAfter, string Message);
}
