using Connector.Http;
using Connector.Pins;

namespace Connector.Sources.Work;

/// <summary>A source that is being checked, and in whose name its pins are made.</summary>
internal sealed class SourceCheck(SourceRow row, bool makesBoards)
{
    private const int LongestChosenBy = 200;

    public SourceRow Row => row;

    public bool MakesBoards => makesBoards;

    public bool IsFirstRun => row.Reads == 0;

    /// <summary>The boards that are known to be there.</summary>
    public HashSet<string> Boards { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the name of the key that set the source up or changed it last, and for its account alone.</summary>
    public Caller Caller { get; } =
        new(row.KeyId, row.WorkspaceId, new HashSet<string> { Scope.Publish }, new HashSet<string> { row.AccountId });

    /// <summary>The pin as it is asked for: somebody has to approve it, unless somebody has taken that upon himself.</summary>
    public CreatePinRequest Asked(CreatePinRequest pin) => pin with { AwaitsApproval = !row.IsAutoApproved, ChosenBy = ChosenBy };

    private string ChosenBy => Cut(row.IsAutoApproved
        ? $"Source {row.Id}, approved in advance by {row.AutoApproveAcceptedBy}"
        : $"Source {row.Id}");

    private static string Cut(string text) => text.Length <= LongestChosenBy ? text : text[..LongestChosenBy];
}
