using System.Globalization;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Console.Shell;
using Connector.Http;
using Connector.Pins;

namespace Connector.Console.Pages.Queue;

/// <summary>Does one thing to many chosen pins, each by itself, so that one that cannot be stops no other.</summary>
internal sealed class BulkActions(
    PinOverview overview, PinActions actions, PinEdits edits, PinApproval approval, AccountStore accounts, TimeProvider clock)
{
    /// <summary>How many pins at once.</summary>
    public const int Most = 100;

    /// <summary>What the buttons stand for, and what is said of a pin after it.</summary>
    private static readonly Dictionary<string, string> Done = new()
    {
        ["approve"] = "approved",
        ["cancel"] = "canceled",
        ["retry"] = "queued again",
        ["move_to"] = "moved in time",
        ["move_by"] = "moved in time",
        ["board"] = "moved to the board",
        ["priority"] = "given the priority",
    };

    /// <summary>Such as "2 pins canceled.".</summary>
    public static string InWords(string act, int count) => $"{count} {(count == 1 ? "pin" : "pins")} {Done[act]}.";

    /// <param name="caller">Must have the scope of the action, and sees only the pins of its accounts.</param>
    /// <param name="act">The value of the button.</param>
    /// <param name="chosen">The pins.</param>
    /// <param name="field">A field of the form.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <exception cref="ProblemException">Nothing was done to any pin.</exception>
    public async Task<IReadOnlyList<BulkOutcome>> DoAsync(
        Caller caller, string act, IReadOnlyList<ChosenPin> chosen, Func<string, string> field, CancellationToken cancellation)
    {
        if (!Done.ContainsKey(act)) throw Problems.Invalid("act", "is none of the buttons: choose what to do with the pins.");
        var scope = act == "approve" ? Scope.Approve : Scope.Publish;
        if (!Scope.Covers(caller.Scopes, scope)) throw new ProblemException(ConsoleProblems.MissingScope(scope));
        if (chosen.Count is 0 or > Most) throw Problems.Invalid("ids", $"has {chosen.Count} pins: choose 1 to {Most} of them.");

        List<string> ids = [.. chosen.Select(pin => pin.Id)];
        var known = overview.Find(caller, ids).ToDictionary(pin => pin.Id);
        var problems = act == "approve"
            ? (await approval.ApproveAsync(caller, AsSeen(chosen))).Select(each => each.Problem).ToList()
            : [.. await Task.WhenAll(ids.Select(One(Action(caller, act, known, field, cancellation))))];
        return [.. ids.Zip(problems, (id, problem) => new BulkOutcome(id, BulkOutcome.TitleOf(known.GetValueOrDefault(id), id), problem))];
    }

    // Where the page showed no state to approve, any state has changed since.
    private static PinDecision AsSeen(IReadOnlyList<ChosenPin> chosen) => new([.. chosen.Select(pin => pin.Id)], null)
    {
        Seen = chosen.ToDictionary(pin => pin.Id, pin => pin.SeenAt ?? DateTimeOffset.MinValue),
    };

    private Func<string, Task> Action(
        Caller caller, string act, Dictionary<string, Pin> known, Func<string, string> field, CancellationToken cancellation)
    {
        switch (act)
        {
            case "cancel":
                return id => actions.CancelAsync(caller, id);
            case "retry":
                return id => actions.RetryAsync(caller, id);
            case "board":
                var board = field("board") is { Length: > 0 } given ? given : throw Problems.Invalid("board", "names no board.");
                return Edit(_ => new EditPinRequest { Board = board });
            case "priority":
                var priority = int.TryParse(field("priority"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number is >= -10 and <= 10
                        ? number
                        : throw Problems.Invalid("priority", "must be a whole number from -10 to 10.");
                return Edit(_ => new EditPinRequest { Priority = priority });
            default:
                var move = act == "move_to" ? Moves.To(field("time")) : Moves.By(field("steps"), field("unit"));
                return Edit(id => new EditPinRequest { PublishAt = move(Known(id), ZoneOf(Known(id)), clock.GetUtcNow()) });
        }

        Func<string, Task> Edit(Func<string, EditPinRequest> request) => id =>
            edits.ChangeAsync(caller, id, request(id), null, cancellation);

        Pin Known(string id) => known.GetValueOrDefault(id) ?? throw Problems.NotFound("pin", id);
    }

    private static Func<string, Task<Problem?>> One(Func<string, Task> action) => async id =>
    {
        try
        {
            await action(id);
            return null;
        }
        catch (Exception error) when (ConsoleProblems.Of(error) is { } problem)
        {
            return problem;
        }
    };

    private TimeZoneInfo ZoneOf(Pin pin) =>
        LocalClock.Zone(accounts.Find(pin.AccountId) is { } account ? AccountSettings.From(account).TimeZone : null);
}
