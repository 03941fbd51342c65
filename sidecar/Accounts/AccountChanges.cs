namespace Connector.Accounts;

/// <summary>Tells who listens that an account was connected, held, resumed or deleted; raised after the commit.</summary>
internal sealed class AccountChanges
{
    public event Action<string>? Changed;

    public void Raise(string accountId) => Changed?.Invoke(accountId);
}
