using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;

namespace Connector.Console.Pages.Cadence;

/// <summary>The settings of an account as a form: what stands in it, and what was sent.</summary>
/// <param name="settings">As they are.</param>
/// <param name="sent">The form that was sent; null when it is shown for the first time.</param>
internal sealed class SettingsForm(AccountSettings settings, IFormCollection? sent)
{
    private readonly JsonObject _known = JsonSerializer.SerializeToNode(settings, Json.Options)!.AsObject();

    public bool Knows(string name) => _known.ContainsKey(name);

    public string Text(string name) => sent is null ? $"{_known[name]}" : $"{sent[name]}".Trim();

    public string Hour(string end) =>
        sent is not null ? $"{sent[$"quiet_{end}"]}" : _known["quiet_hours"] is { } hours ? $"{hours[end]}"[..5] : "";

    public bool IsOn(string name) => sent is null ? (bool?)_known[name] == true : sent[name].Count > 0;

    public bool IsDay(string day) => sent is null
        ? _known["weekdays"] is not JsonArray days || days.Any(each => (string?)each == day)
        : sent["weekdays"].Contains(day);

    /// <summary>What was sent, as the API takes it.</summary>
    public JsonObject Change()
    {
        var change = new JsonObject
        {
            ["time_zone"] = Text("time_zone") is { Length: > 0 } zone ? zone : null,
            ["quiet_hours"] = Hour("from") + Hour("to") is "" ? null : new JsonObject { ["from"] = Hour("from"), ["to"] = Hour("to") },
            ["weekdays"] = SettingField.Days.All(IsDay) ? null : FormRequest.List(SettingField.Days.Where(IsDay)),
        };
        foreach (var field in SettingField.Numbers) change[field.Name] = FormRequest.Number(Text(field.Name));
        foreach (var (name, _) in SettingField.Switches.Where(each => Knows(each.Name))) change[name] = IsOn(name);
        return change;
    }
}
