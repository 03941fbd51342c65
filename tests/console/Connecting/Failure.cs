using Microsoft.Playwright;

namespace Connector.Tests.Connecting;

/// <summary>A way in which connecting fails, and what the person then sees.</summary>
/// <param name="Status">Of the page.</param>
/// <param name="Code">For whoever helps.</param>
/// <param name="Title">What happened.</param>
/// <param name="Next">What to do, in words that the page has.</param>
internal sealed record Failure(int Status, string Code, string Title, string Next)
{
    /// <summary>From the link to the page.</summary>
    public Func<FailureWorld, Task> Reach { get; init; } = AllowAsync;

    /// <summary>What the page shows of this case; empty where every case has the same page.</summary>
    public string Fact { get; init; } = "";

    /// <summary>The link that leads on; null where the page has none.</summary>
    public string? LeadsOn { get; init; } = "Try again";

    /// <summary>What stands on the page that it leads to.</summary>
    public string LeadsTo { get; init; } = "Rehearsal: allow access?";

    /// <summary>The same, after this call of the simulator went wrong.</summary>
    public Failure After(string fault, string operation) => this with
    {
        Reach = async world =>
        {
            await world.FaultAsync(fault, operation);
            await AllowAsync(world);
        },
    };

    /// <summary>The same, when Pinterest, and not the simulator, answers the exchange of the code so.</summary>
    public Failure Answered(int status, object body) => this with
    {
        LeadsTo = "Pinterest's own consent page",
        Reach = async world =>
        {
            world.Pinterest.On("POST /v5/oauth/token", _ => (status, body));
            await world.Reader.GoAsync(await world.LinkAsync("production"));
            await world.ComeBackAsync("code=the-code");
        },
    };

    /// <summary>One about the link itself, which nobody who shows it may begin again.</summary>
    public static Failure OfLink(int status, string code, string title, Func<FailureWorld, Task> reach) =>
        new(status, code, title, "Ask for a new link where you got this one")
        {
            Reach = reach,
            LeadsOn = "Go to the accounts",
            LeadsTo = "With tokens in hand",
        };

    public static async Task AllowAsync(FailureWorld world)
    {
        await world.Reader.GoAsync(await world.LinkAsync());
        await world.PressAsync("Allow");
    }

    public static async Task DenyAsync(FailureWorld world)
    {
        await world.Reader.GoAsync(await world.LinkAsync());
        await world.PressAsync("Deny");
    }

    public static async Task AllowAllButAsync(FailureWorld world, string scope)
    {
        await world.Reader.GoAsync(await world.LinkAsync());
        await world.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new(scope) }).UncheckAsync();
        await world.PressAsync("Allow");
    }

    public static async Task AllowAsAsync(FailureWorld world, string user, string accountId)
    {
        await world.Reader.GoAsync(await world.LinkAsync(new { account_id = accountId }));
        await world.Page.GetByLabel("Pinterest user").FillAsync(user);
        await world.PressAsync("Allow");
    }
}
