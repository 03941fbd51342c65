namespace Connector.Accounts;

/// <summary>Announces after the commit that an account was connected, changed, held, resumed or deleted.</summary>
internal sealed class AccountChanges
{
    public event Action<string>? Changed;

    /// <summary>Raised when names of the account's boards or sections may have changed.</summary>
    public event Action<string>? BoardsChanged;

    public void RaiseBoards(string accountId) => BoardsChanged?.Invoke(accountId);

    public void Raise(string accountId) => Changed?.Invoke(accountId);
}
