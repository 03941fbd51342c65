using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Sources;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The sources that are watched: how each is, checking it now, pausing it, adding one.</summary>
public partial class SourcesPage
{
    private const int PageSize = 25;

    private static readonly (string Value, string Words)[] Starts =
    [
        (SourceStart.NewOnly, "only what appears from now on"), (SourceStart.All, "everything that is there now"),
        (SourceStart.OfTime, "what is new since a day"),
    ];

    /// <summary>How often a source can be looked at, for people.</summary>
    internal static readonly (string Seconds, string Words)[] Often =
        [("900", "every 15 minutes"), ("3600", "every hour"), ("21600", "every 6 hours"), ("86400", "every day"), ("604800", "every week")];

    private Page<Source> _sources = null!;
    private List<Account> _accounts = [];

    [Inject]
    private SourceActions Actions { get; set; } = null!;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    protected override void OnInitialized()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        _sources = Actions.List(Caller, null, PageSize, Query("cursor"));
    }

    private string NameOf(string accountId) => _accounts.Find(account => account.Id == accountId)?.Name ?? accountId;

    internal static string CountsOf(SourceCounts counts) => string.Join(", ", new[]
    {
        (counts.Pinned, "became pins"), (counts.Existing, "had pins"), (counts.Failed, "failed"), (counts.Skipped, "left out"),
        (counts.Old, "old"), (counts.Gone, "gone"),
    }.Where(each => each.Item1 > 0).Select(each => $"{each.Item1} {each.Item2}").DefaultIfEmpty("no items yet"));

    private Task ActAsync() => DoAsync(async () =>
    {
        Need(Scope.Publish);
        var id = Field("id");
        if (Field("act") == "check")
        {
            await Actions.CheckAsync(Caller, id);
            return "The source is looked at now.";
        }

        var isPaused = Field("act") == "pause";
        await Actions.UpdateAsync(Caller, id, new UpdateSourceRequest { Paused = isPaused });
        return isPaused ? "The source is paused." : "The source is looked at again.";
    });

    private string Since() => Given("since") ?? throw Problems.Invalid("since", "is needed: choose the day.");

    private Task AddAsync() => DoAsync(
        async () =>
        {
            Need(Scope.Publish);
            var request = FormRequest.Read<CreateSourceRequest>(new JsonObject
            {
                ["account_id"] = Given("account_id"),
                ["url"] = Field("url"),
                ["start"] = Field("start") == SourceStart.OfTime ? $"{Since()}T00:00:00Z" : Field("start"),
                ["board"] = Given("board"),
                ["check_every_seconds"] = FormRequest.Number(Field("check_every_seconds")),
            });
            await Actions.CreateAsync(Caller, request);
            return "The source is watched, and looked at for the first time now.";
        },
        then: "/sources");
}
