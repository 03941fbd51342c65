namespace Connector.Accounts;

/// <summary>Where the pages on which an account is connected link to; whoever serves further pages registers it.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Path">A path of ours.</param>
internal sealed record BackLink(string Text, string Path);
