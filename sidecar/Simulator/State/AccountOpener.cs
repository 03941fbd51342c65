namespace Connector.Simulator.State;

/// <summary>Finds simulated users, and makes those that are not there yet.</summary>
internal sealed class AccountOpener(SimulatorState state, TimeProvider clock)
{
    /// <summary>The user of a seed: the same seed always gives the same user.</summary>
    public SimulatedAccount OfSeed(string seed)
    {
        var id = Seeded.Id($"user/{seed}");
        if (state.FindAccount(id) is { } known) return known;

        state.Record(new AccountOpened(id, FreeName(UserNameFrom(seed.Split('@')[0])), seed, clock.GetUtcNow()));
        return state.FindAccount(id)!;
    }

    /// <summary>The user of a workspace by username, or by the name that it was made with.</summary>
    public SimulatedAccount Open(string name, string workspaceId)
    {
        var known = state.FindAccount(name);
        return known?.Seed.EndsWith($"@{workspaceId}", StringComparison.Ordinal) == true
            ? known
            : OfSeed($"{name.Replace('@', '_')}@{workspaceId}");
    }

    /// <summary>Usernames are unique, as on Pinterest: a second account of the same name gets a number.</summary>
    private string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; state.FindAccount(name) is not null; number++) name = $"{wanted}_{number}";
        return name;
    }

    private static string UserNameFrom(string code)
    {
        var letters = code.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_').Take(30);
        return string.Concat(letters).Trim('_') is { Length: > 0 } slug ? slug : "user";
    }
}
