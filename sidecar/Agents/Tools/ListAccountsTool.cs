using Connector.Accounts;
using Connector.Agents.Protocol;

namespace Connector.Agents.Tools;

/// <summary>The accounts that the key sees.</summary>
internal sealed class ListAccountsTool(AccountStore accounts) : AgentTool<NoArguments, AccountsAnswer>
{
    public override string Name => "list_accounts";

    protected override string Title => "List the Pinterest accounts";

    protected override string Description =>
        "The Pinterest accounts that this key may use, and whether each can publish now. Needed only when there are several.";

    protected override Task<AccountsAnswer> AnswerAsync(AgentCall call, NoArguments arguments, CancellationToken cancellation) =>
        Task.FromResult(new AccountsAnswer([.. accounts.List(call.Caller).Select(Account.From).Select(account => new ToolAccount(
            account.Id, account.Name, account.Username, account.Environment.ToString().ToLowerInvariant(), account.Status,
            account.HeldReason, account.Settings.RequireApproval))]));
}

/// <summary>A tool that takes nothing.</summary>
public sealed record NoArguments;

/// <summary>The accounts, newest first.</summary>
public sealed record AccountsAnswer(IReadOnlyList<ToolAccount> Accounts);

/// <summary>An account: production, sandbox or simulator; active, held or reconnect_required.</summary>
public sealed record ToolAccount(
    string Id, string Name, string Username, string Environment, string Status, string? HeldReason, bool RequiresApproval);
