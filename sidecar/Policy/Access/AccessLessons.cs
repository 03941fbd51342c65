namespace Connector.Policy.Access;

/// <summary>What other applicants met in public reports, in our words, and what helped or would help.</summary>
/// <remarks>
/// https://github.com/gitroomhq/postiz-app/issues/1084 · https://github.com/pinterest/pinterest-python-sdk/issues/79 ·
/// https://github.com/pinterest/api-quickstart/issues/52 · https://github.com/PipedreamHQ/pipedream/issues/2403
/// </remarks>
internal static class AccessLessons
{
    public static readonly IReadOnlyList<AccessLesson> All =
    [
        new("With Trial access Pinterest refuses pins in production (403, code 29), so an applicant had no pin to show in the video.",
            "Record it with an account of the environment sandbox: its pins are made, and its owner sees them."),
        new("A video without the consent was not enough, also where the owner of the app is its only user.",
            "Show the whole way in one recording: the link, Pinterest's consent page, the way back, and a pin that appears."),
        new("Pins that were made with Trial access were seen by nobody but their creator.",
            "Wait for Standard access before you publish for others, and delete test pins."),
        new("Pinterest took weeks to answer an applicant.",
            "Prepare everything of this list before you ask, and work with the simulator and the sandbox meanwhile."),
        new("Pinterest compares the redirect URI letter by letter, and refuses one that differs at all.",
            "Copy it from the page Your Pinterest app."),
    ];
}
