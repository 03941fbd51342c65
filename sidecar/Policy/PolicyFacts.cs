using Connector.Accounts;
using Connector.Http;
using Connector.Storage;

namespace Connector.Policy;

/// <summary>Counts what the report says, of the rows of a workspace.</summary>
internal sealed class PolicyFacts(Database database, AccountStore accounts)
{
    /// <summary>The accounts that the caller sees, with their rules and pins.</summary>
    public IReadOnlyList<(AccountRow Row, PolicyAccount Shown)> Accounts(Caller caller)
    {
        var counts = database.Read(sql => sql.Query<(string AccountId, string Status, long Count)>(
            """
            select account_id, status, count(*) from pins
            where workspace_id = @WorkspaceId and status in ('published', 'awaiting_approval') group by account_id, status
            """,
            new { caller.WorkspaceId }));
        return [.. accounts.List(caller).Select(row => (row, Show(row, Count)))];

        long Count(string id, string status) => counts.Find(each => each.AccountId == id && each.Status == status).Count;
    }

    /// <summary>What makes pins without a call for each, for accounts that the caller sees.</summary>
    public PolicyAutomation Automation(Caller caller)
    {
        var sources = database.Read(sql => sql.Query<(string AccountId, long AutoApprove)>(
            "select account_id, auto_approve from sources where workspace_id = @WorkspaceId", new { caller.WorkspaceId }))
            .FindAll(source => caller.MaySee(source.AccountId));
        var imports = database.Read(sql => sql.Query<(string AccountId, long Count)>(
            "select account_id, count(*) from imports where workspace_id = @WorkspaceId group by account_id", new { caller.WorkspaceId }));
        var feeds = database.Read(sql => sql.Query<string>(
            "select account_id from feed_watches where workspace_id = @WorkspaceId", new { caller.WorkspaceId }));
        return new PolicyAutomation
        {
            CatalogFeeds = feeds.Count(caller.MaySee),
            Sources = sources.Count,
            SourcesWithoutApproval = sources.Count(source => source.AutoApprove == 1),
            Imports = imports.Where(each => caller.MaySee(each.AccountId)).Sum(each => each.Count),
        };
    }

    private static PolicyAccount Show(AccountRow row, Func<string, string, long> count)
    {
        var settings = AccountSettings.From(row);
        return new PolicyAccount
        {
            Id = row.Id,
            Name = row.Name,
            Environment = row.Environment,
            AccountType = row.AccountType,
            Scopes = PinterestScopes.Split(row.Scopes),
            RequireApproval = settings.RequireApproval,
            PinsPerDay = settings.PinsPerDay,
            MinGapSeconds = settings.MinGapSeconds,
            PinsPerDomainPerDay = settings.PinsPerDomainPerDay,
            Published = count(row.Id, "published"),
            AwaitingApproval = count(row.Id, "awaiting_approval"),
        };
    }
}
