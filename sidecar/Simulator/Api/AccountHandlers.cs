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

    /// <summary>A business account is linked with one more; a personal one with none.</summary>
    public static SimulatorResponse Businesses(SimulatedCall call) => new(200, call.Account.IsBusiness
        ? new[]
        {
            new
            {
                Username = $"{call.Account.Username}_business",
                ImageSmallUrl = "https://i.pinimg.com/60x60_RS/simulated.jpg",
                ImageMediumUrl = "https://i.pinimg.com/75x75_RS/simulated.jpg",
                ImageLargeUrl = "https://i.pinimg.com/140x140_RS/simulated.jpg",
                ImageXlargeUrl = "https://i.pinimg.com/280x280_RS/simulated.jpg",
            },
        }
        : []);
}
