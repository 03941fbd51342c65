using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>The account itself.</summary>
internal static class AccountHandlers
{
    public static SimulatorResponse Get(SimulatedCall call) => new(200, new
    {
        call.Account.Id,
        call.Account.Username,
        AccountType = call.Account.IsBusiness ? "BUSINESS" : "PINNER",
        BusinessName = call.Account.Seed,
        About = "A simulated account.",
        ProfileImage = "https://i.pinimg.com/280x280_RS/simulated.jpg",
        WebsiteUrl = "https://example.com",
        BoardCount = call.Account.Boards.Count,
        PinCount = call.Account.Pins.Count,
        FollowerCount = (int)(Seeded.Share($"{call.Account.Id}/followers") * 5000),
        FollowingCount = (int)(Seeded.Share($"{call.Account.Id}/following") * 300),
        MonthlyViews = (int)(Seeded.Share($"{call.Account.Id}/views") * 100_000),
    });
}
