using static Connector.Policy.Text.MarkdownText;

namespace Connector.Policy.Text;

/// <summary>A privacy policy of the report's facts: true of this installation, and for its owner to check and publish.</summary>
internal static class PrivacyText
{
    public static string Of(PolicyReport report) => Lined(Lines(report));

    private static IEnumerable<string> Lines(PolicyReport report) =>
    [
        "# Privacy policy", "",
        $"Who is responsible: {OrMissing(report.Operator, nameof(PolicyOptions.Operator))}", "",
        $"Contact: {OrMissing(report.Contact, nameof(PolicyOptions.Contact))}", "",
        "## What for", "",
        OrMissing(report.Purpose, nameof(PolicyOptions.Purpose)), "",
        "It publishes pins to Pinterest in the name of people who have connected their account, and who can disconnect it at any time.", "",
        "## What is asked of a connected account", "",
        .. report.Scopes.Select(scope => $"- `{scope.Name}` {scope.Purpose}."), "",
        "## What is kept of Pinterest's", "",
        .. StoredText.FromPinterest(report.Stored), "",
        "Boards, pins of others and numbers are read when they are asked for, passed on, and not kept.", "",
        "## What is kept of what you give", "",
        .. StoredText.FromUsers(report.Stored), "",
        "## Who gets it", "",
        "Pinterest gets what is published. Receivers that the owner has registered are told how pins ended.", "",
        "## Your rights", "",
        "Ask at the contact above to see, correct or erase what is kept. When an account is disconnected its tokens are deleted at once. "
            + "Remove the app in Pinterest's settings as well.",
    ];
}
