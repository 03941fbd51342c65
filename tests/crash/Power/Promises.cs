namespace Connector.Crash.Power;

/// <summary>What had been promised until a moment: pins answered with 202, and creates sent that must not be sent again.</summary>
internal sealed class Promises
{
    private readonly List<string> _answered = [], _sent = [];

    public void Apply(DiskEvent happened)
    {
        if (happened is Answered(var pinId)) _answered.Add(pinId);
        if (happened is Sent(var title)) _sent.Add(title);
    }

    public CutDamage Against(DatabaseAfterCut left)
    {
        var lost = _answered.Where(id => !left.Pins.Contains(id)).ToList();
        var forgotten = _sent.Where(title => !left.Attempted.Contains(title)).ToList();
        var example = left.Problem
            ?? (lost.Count > 0 ? $"{lost.Count} of {_answered.Count} accepted pins are lost, {lost[0]} for one." : null)
            ?? (forgotten.Count > 0
                ? $"{forgotten.Count} of {_sent.Count} attempts are forgotten, that of \"{forgotten[0]}\" for one."
                : null);
        return new CutDamage(left.Problem is not null, lost.Count, forgotten.Count, example);
    }
}
