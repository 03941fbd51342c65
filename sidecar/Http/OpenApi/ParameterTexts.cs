using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Describes parameters that their operations do not describe: the same name means the same everywhere.</summary>
internal static class ParameterTexts
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["account_id"] = "Only those of this account.",
        ["after"] = "Only what came after the event of this id.",
        ["board_id"] = "Pinterest's id of the board.",
        ["created_after"] = "Only those created after this time.",
        ["cursor"] = "next_cursor of the page before.",
        ["delete_from_pinterest"] = "Whether the pin is removed from Pinterest first.",
        ["delivery_id"] = "The delivery's id (dlv_…).",
        ["Last-Event-ID"] = "The id of the last event that was read; used instead of the parameter after.",
        ["limit"] = "How many on a page.",
        ["section_id"] = "Pinterest's id of the section.",
        ["status"] = "Only those of this status.",
        ["types"] = "Only events of these types, separated by commas.",
        ["wait"] = "For how many seconds the answer may be held back until the pin's status is final.",
    };

    // The parameter id means something else for each tag.
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["Accounts"] = "The account's id (acc_…).",
        ["Pins"] = "The pin's id (pin_…).",
        ["Metrics"] = "The pin's id, ours or Pinterest's.",
        ["Assets"] = "The file's id (ast_…).",
        ["Imports"] = "The import's id (imp_…).",
        ["Sources"] = "The source's id (src_…).",
        ["Webhooks"] = "The webhook's id (whk_…).",
        ["Keys"] = "The key's id (key_…).",
        ["Catalogs"] = "The id of the job of items (items_…).",
    };

    public static Task Fill(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var parameters = operation.Parameters?.OfType<OpenApiParameter>() ?? [];
        foreach (var parameter in parameters.Where(one => string.IsNullOrEmpty(one.Description)))
            parameter.Description = parameter.Name == "id"
                ? Ids[operation.Tags!.First().Name!]
                : Meanings.GetValueOrDefault(parameter.Name!);
        return Task.CompletedTask;
    }
}
