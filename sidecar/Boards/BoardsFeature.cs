using Connector.Boards.Calls;

namespace Connector.Boards;

/// <summary>Registers what the board operations need.</summary>
internal static class BoardsServices
{
    public static IServiceCollection AddBoards(this IServiceCollection services) =>
        services.AddSingleton<BoardDirectory>().AddSingleton<BoardCheck>().AddSingleton<BoardCalls>();
}
