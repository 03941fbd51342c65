using Connector.Pins;

namespace Connector.Console.Parts;

/// <summary>Why a pin waits, in words for people: where the API's words name a call, a page has a button or a link.</summary>
internal static class Reason
{
    public static string Of(WaitingFor waits) =>
        waits.Code == WaitCode.Approval ? "It waits until somebody approves it." : waits.Message;
}
