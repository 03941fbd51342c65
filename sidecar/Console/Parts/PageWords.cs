using System.Text.RegularExpressions;
using Connector.Console.Pages.Cadence;
using Connector.Http;

namespace Connector.Console.Parts;

/// <summary>Says what the API refuses in words for the reader of a form, who knows the labels and not the fields of a request.</summary>
internal static partial class PageWords
{
    private const string TickOne = "Tick at least one.", OnePicture = "Choose a picture or give its address, not both.";

    private static readonly Dictionary<string, string> Labels = new(SettingField.Labels)
    {
        ["act"] = "Choice",
        ["account_id"] = "Account",
        ["account_ids"] = "Accounts",
        ["alt_text"] = "Alt text",
        ["asset_id"] = "Picture",
        ["board"] = "Board",
        ["board_id"] = "Board",
        ["board_section_id"] = "Section",
        ["description"] = "Description",
        ["event_date"] = "Day of its event",
        ["events"] = "Events",
        ["file"] = "Picture",
        ["ids"] = "Pins",
        ["image_url"] = "Address of the picture",
        ["lead_days"] = "Days before its event",
        ["link_url"] = "Link",
        ["name"] = "Name",
        ["pinterest_pin_id"] = "Pinterest's id",
        ["priority"] = "Priority",
        ["publish_at"] = "Publish at",
        ["quiet_hours"] = "Quiet hours",
        ["reason"] = "Reason",
        ["scopes"] = "What it may do",
        ["since"] = "Since which day",
        ["start"] = "What the first run takes",
        ["time_zone"] = "Time zone",
        ["title"] = "Title",
        ["url"] = "Address",
        ["weekdays"] = "Days on which pins go out",
    };

    // The first that fits: the field, how the API's words begin or what they hold, and what is said instead.
    private static readonly (string Field, string Holds, string Words)[] Known =
    [
        ("image_url", "is needed", "Choose a picture, or give its address."),
        ("image_url", "must be left out", OnePicture),
        ("asset_id", "must be left out", OnePicture),
        ("board_id", "is needed", "Choose a board."),
        ("board", "must be left out", "Choose a board, or write its name, not both."),
        ("file", "is missing", "Choose a picture or video first."),
        ("lead_days", "counts back", "Give the day of its event too, or leave this empty."),
        ("act", "must be approve", "Press Approve chosen, or Reject them."),
        ("title", "write what the pin is about", "The title is empty: write what the pin is about, or choose a board."),
        ("scopes", "has 0 items", TickOne),
        ("events", "has 0 items", TickOne),
        ("weekdays", "at least one day", "Tick at least one day."),
        ("quiet_hours", "same time", "Give two different times; both empty means no quiet hours."),
        ("quiet_hours", "", "Give both times, or neither."),
    ];

    /// <summary>What people call a field; null for one that no form has.</summary>
    public static string? LabelOf(string field) => Labels.GetValueOrDefault(field);

    /// <summary>A message of the API about a field, as a sentence.</summary>
    public static string Sentence(string field, string message)
    {
        foreach (var (each, holds, words) in Known)
            if (each == field && IsOfApi(message) && message.Contains(holds, StringComparison.Ordinal)) return words;
        var text = ForPrograms().Replace(message, "");
        return IsOfApi(text) ? $"It {text}" : text;
    }

    /// <summary>The problem for a page: each wrong field once, by the name that the form gives it.</summary>
    public static Problem Of(Problem problem)
    {
        if (problem.Errors is not { } errors) return problem;

        var said = errors.GroupBy(each => FieldOf(each.Key), each => each.Value).ToDictionary(
            field => field.Key,
            field => field.SelectMany(messages => messages).Select(message => Sentence(field.Key, message)).Distinct().ToArray());
        if (problem is not { Status: 400, Code: "validation_failed" }) return problem with { Errors = said };

        return problem with
        {
            Title = "Not done yet: something in the form is not right.",
            Detail = "",
            Remediation = "Correct it and send the form again; nothing was changed.",
            Errors = said,
        };
    }

    // Most of the API's messages go on after the field's name: "is too long."
    private static bool IsOfApi(string message) => message is [>= 'a' and <= 'z', ..];

    private static string FieldOf(string path) =>
        path.StartsWith("settings.", StringComparison.Ordinal) ? path.Split('.')[1] : path;

    [GeneratedRegex("; null means [^.;]*| from -\\d{10,} to \\d{10,}|, without quotes| \\(Unicode code points, an emoji counts as one\\)")]
    private static partial Regex ForPrograms();
}
