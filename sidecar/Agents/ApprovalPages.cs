namespace Connector.Agents;

/// <summary>The pages on which a person looks at a pin and approves it.</summary>
/// <param name="AreThere">Whether this sidecar has pages at all.</param>
internal sealed record ApprovalPages(bool AreThere);
