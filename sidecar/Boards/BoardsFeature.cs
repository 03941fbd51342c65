using Connector.Boards.Calls;

namespace Connector.Boards;

/// <summary>Registers boards.</summary>
internal static class BoardsFeature
{
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<BoardCalls>();
        services.AddSingleton<BoardList>();
        services.AddSingleton<BoardCheck>();
        services.AddSingleton<BoardDirectory>();
        services.AddSingleton<BoardMaker>();
        return services;
    }
}
