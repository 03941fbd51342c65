using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Media;
using Connector.Webhooks;

namespace Connector.Pins.Intake;

/// <summary>Pins that were accepted before under the idempotency key of a request.</summary>
internal sealed class EarlierPins(PinStore pins, AccountChoice accounts, MediaFiles files)
{
    public const string CheckName = "idempotency_key";

    /// <summary>Whether the account has no pin with the key.</summary>
    public bool IsNew(Caller caller, AccountRow account, string? key) =>
        key is null || pins.FindByKey(caller, account.Id, key) is null;

    /// <summary>The pin that has the key already; null when there is none that the caller may see, or no key.</summary>
    public PinRow? Find(Caller caller, CreatePinRequest request, string? key)
    {
        if (key is null) return null;
        if ((request.AccountId ?? accounts.Default(caller)?.Id) is { } accountId) return pins.FindByKey(caller, accountId, key);

        // Which account was meant then cannot be told any more: only the same request proves it.
        var hash = HashOf(request);
        return pins.ListByKey(caller, key).Find(earlier => IdempotencyKeys.Agree(earlier.RequestHash, hash));
    }

    /// <summary>The hash by which a repeated request is recognized.</summary>
    public string HashOf(CreatePinRequest request) => IdempotencyKeys.HashOf(request, files.BytesOf);

    /// <summary>Answers a repeated request with the pin it made; its callback may be another one now.</summary>
    /// <exception cref="ProblemException">The key was used for another pin.</exception>
    public async Task<AcceptedPin> RepeatAsync(PinRow earlier, string hash, Callback? callback)
    {
        if (!IdempotencyKeys.Agree(earlier.RequestHash, hash)) throw IdempotencyKeys.Reused(earlier.IdempotencyKey!, earlier);
        if (callback is not null && callback.Url != earlier.CallbackUrl) await pins.CallBackAsync(earlier.Id, callback);
        return new AcceptedPin(earlier, null);
    }

    /// <summary>Whether a request would make a new pin.</summary>
    public Check Check(Caller caller, CreatePinRequest request, bool accountIsKnown)
    {
        if (request.IdempotencyKey is not { } key)
            return KeyAdvice.Of(null, request)
                ?? Http.Check.Skipped(CheckName, "Without a key the same request sent twice publishes two pins.");
        if (Find(caller, request, key) is not { } earlier)
            return KeyAdvice.Of(key, request)
                ?? (accountIsKnown ? Http.Check.Passed(CheckName) : Http.Check.Skipped(CheckName, "The account is not known."));
        if (!IdempotencyKeys.Agree(earlier.RequestHash, HashOf(request)))
            return Http.Check.Failed(CheckName, IdempotencyKeys.Reused(key, earlier).Problem);

        return Http.Check.Warning(
            CheckName, "existing_pin", $"This is pin {earlier.Id} already, which is {earlier.Status}.",
            "Nothing would be published again; use another key if it shall be.");
    }
}
