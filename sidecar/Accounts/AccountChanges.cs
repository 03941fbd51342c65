namespace Connector.Accounts;

/// <summary>Announces after the commit that an account was connected, changed, held, resumed or deleted.</summary>
internal sealed class AccountChanges
{
    public event Action<string>? Changed;

    public void Raise(string accountId) => Changed?.Invoke(accountId);
}
