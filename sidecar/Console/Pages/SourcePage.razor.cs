using System.Text.Json.Nodes;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Sources;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>One source: what became of each of its items, and why some have no pin.</summary>
public partial class SourcePage
{
    private const int PageSize = 50;

    private Source _source = null!;
    private Page<SourceItem> _items = null!;

    /// <summary>The source's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private SourceActions Actions { get; set; } = null!;

    private string? State => Query("state") is { } state && SourceItemState.All.Contains(state) ? state : null;

    private bool IsChanging => Field("_handler") == "change";

    private string Chosen => IsChanging ? Field("check_every_seconds") : $"{_source.CheckEverySeconds}";

    // What was set by other means stays as it is.
    private IEnumerable<(string Seconds, string Words)> Choices => SourcesPage.Often.Any(each => each.Seconds == Chosen)
        ? SourcesPage.Often
        : SourcesPage.Often.Append((Chosen, $"every {Chosen} seconds"));

    protected override void OnInitialized()
    {
        _source = Actions.Get(Caller, Id);
        _items = Actions.Items(Caller, Id, State, PageSize, Query("cursor"));
    }

    private Task ChangeAsync() => DoAsync(async () =>
    {
        Need(Scope.Publish);
        var request = FormRequest.Read<UpdateSourceRequest>(new JsonObject
        {
            ["board"] = Given("board"),
            ["check_every_seconds"] = FormRequest.Number(Field("check_every_seconds")),
        });
        await Actions.UpdateAsync(Caller, Id, request);
        return "The source is changed.";
    });

    private Task DeleteAsync() => DoAsync(
        async () =>
        {
            Need(Scope.Publish);
            await Actions.DeleteAsync(Caller, Id);
            return "The source is not watched any more. Its pins stay.";
        },
        then: "/sources");

    // The API's advice is for programs.
    private static string Said(SourceItem item) => item.Problem is { Code: "board_not_found" } missing
        ? $"{missing.Message} Make it on Pinterest, or give the source another board below."
        : $"{item.Problem?.Message} {item.Problem?.Remediation}";

    // A key is often a long address.
    private static string Words(SourceItem item) => item.Pin?.Title is { } title ? $"{title} ({item.Key})" : item.Key;
}
