using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>The boards of an account.</summary>
internal sealed class BoardHandlers(SimulatorState state, TimeProvider clock)
{
    private static readonly string[] Privacies = ["PUBLIC", "PROTECTED", "SECRET"];

    public static SimulatorResponse List(SimulatedCall call)
    {
        var privacy = call.OneOf("privacy", "ALL", "ALL", "PUBLIC", "PROTECTED", "SECRET", "PUBLIC_AND_SECRET");
        var boards = call.Account.Boards.Values.Where(board => privacy switch
        {
            "ALL" => true,
            "PUBLIC_AND_SECRET" => board.Privacy != "PROTECTED",
            _ => board.Privacy == privacy,
        });
        return Paging.Page(call, [.. boards.OrderBy(board => board.Number)], board => board.Id, board => Describe(call, board));
    }

    public SimulatorResponse Get(SimulatedCall call) => new(200, Describe(call, state.BoardOf(call)));

    public SimulatorResponse Create(SimulatedCall call)
    {
        var account = call.Account;
        var privacy = call.Body.Text("privacy") ?? "PUBLIC";
        if (!Privacies.Contains(privacy)) throw Refusal.Invalid($"'{privacy}' is not one of {string.Join(", ", Privacies)}");
        var board = new SimulatedBoard(
            Seeded.Id($"{account.Id}/board/{account.Made}"), account.Made, FreeName(call, call.Body.Text("name"), null),
            call.Body.Text("description"), privacy, clock.GetUtcNow());
        return Save(call, board, 201);
    }

    public SimulatorResponse Update(SimulatedCall call)
    {
        var board = state.BoardOf(call);
        var privacy = call.Body.Text("privacy") ?? board.Privacy;
        if (call.Body.Text("privacy") is not (null or "PUBLIC" or "SECRET"))
            throw Refusal.Invalid($"'{privacy}' is not one of PUBLIC, SECRET");
        var changed = board with
        {
            Name = FreeName(call, call.Body.Text("name") ?? board.Name, board.Id),
            Description = call.Body.Text("description") ?? board.Description,
            Privacy = privacy,
        };
        return Save(call, changed, 200);
    }

    public SimulatorResponse Delete(SimulatedCall call)
    {
        state.Record(new BoardDeleted(call.Account.Id, state.BoardOf(call).Id));
        return new SimulatorResponse(204);
    }

    private SimulatorResponse Save(SimulatedCall call, SimulatedBoard board, int status)
    {
        state.Record(new BoardSaved(call.Account.Id, board));
        return new SimulatorResponse(status, Describe(call, board));
    }

    private static string FreeName(SimulatedCall call, string? name, string? ownId) =>
        !string.IsNullOrWhiteSpace(name)
        && !call.Account.Boards.Values.Any(board => board.Id != ownId && board.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? name
            : throw Refusal.BoardName();

    private static object Describe(SimulatedCall call, SimulatedBoard board)
    {
        var pins = call.Account.Pins.Where(pin => pin.BoardId == board.Id).ToList();
        return new
        {
            board.Id,
            board.Name,
            board.Description,
            board.Privacy,
            IsAdsOnly = false,
            CreatedAt = SimulatorJson.Time(board.CreatedAt),
            BoardPinsModifiedAt = SimulatorJson.Time(pins is [.., var last] ? last.CreatedAt : board.CreatedAt),
            PinCount = pins.Count,
            FollowerCount = 0,
            CollaboratorCount = 0,
            Owner = new { call.Account.Username },
            Media = new { ImageCoverUrl = (string?)null, PinThumbnailUrls = Array.Empty<string>() },
        };
    }
}
