using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Hooks;

/// <summary>One delivery with its last tries, and the beginning of what was answered.</summary>
public partial class DeliveryLine
{
    private const int MostAttempts = 3, LongestAnswer = 200;

    /// <summary>Which one.</summary>
    [Parameter, EditorRequired]
    public Delivery Delivery { get; set; } = null!;

    private string Summary => Delivery.Attempts switch
    {
        [] => "not tried yet",
        [.., { HttpStatus: { } status }] => $"{Tries}, answered {status}",
        _ => $"{Tries}, no answer",
    };

    private string Tries => Delivery.Attempts.Count == 1 ? "1 try" : $"{Delivery.Attempts.Count:N0} tries";

    private static string Cut(string answer) => answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer] + "…";
}
