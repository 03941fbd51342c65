namespace Connector.Accounts;

/// <summary>Where the pages on which an account is connected link to; whoever serves further pages registers it.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Path">A path of ours.</param>
/// <param name="Use">On which of the pages.</param>
internal sealed record BackLink(string Text, string Path, BackLinkUse Use);

/// <summary>On which pages a link stands.</summary>
internal enum BackLinkUse
{
    Always,

    /// <summary>An account was connected.</summary>
    Connected,

    /// <summary>The link is not taken, so there is nothing to begin again with.</summary>
    DeadLink,
}
