namespace Connector.Crash.Power;

/// <summary>What one cut broke, if anything.</summary>
internal sealed record CutDamage(bool IsCorrupt, int Lost, int Forgotten, string? Example);

/// <summary>What all cuts together broke.</summary>
internal sealed class CutFindings(int points)
{
    private readonly List<string> _examples = [];

    public int Points => points;

    /// <summary>Cuts after which SQLite could not open the file, or found it damaged.</summary>
    public int Corrupt { get; private set; }

    /// <summary>Cuts after which a pin was missing that had been answered with 202.</summary>
    public int Losing { get; private set; }

    /// <summary>Cuts after which a pin would be sent again, because its attempt was forgotten though its create had left.</summary>
    public int Forgetting { get; private set; }

    public int Broken { get; private set; }

    public IReadOnlyList<string> Examples => _examples;

    public void Add(CutDamage damage, string where)
    {
        if (damage.IsCorrupt) Corrupt++;
        if (damage.Lost > 0) Losing++;
        if (damage.Forgotten > 0) Forgetting++;
        if (damage.Example is null) return;

        Broken++;
        _examples.Add($"power cut at {where}: {damage.Example}");
    }
}
