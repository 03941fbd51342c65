using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Collects checks; a refusal becomes a failed check, so that the checks after it are made too.</summary>
internal sealed class CheckList
{
    private readonly List<Check> _checks = [];

    public IReadOnlyList<Check> All => _checks;

    public bool HasFailed => _checks.Exists(check => check.HasFailed);

    public void Add(Check check) => _checks.Add(check);

    public void Add(IEnumerable<Check> checks) => _checks.AddRange(checks);

    /// <summary>Finds something under the name of a check; null when that was refused.</summary>
    public async Task<T?> TryAsync<T>(string name, Func<Task<T>> find)
    {
        try
        {
            var found = await find();
            Add(Check.Passed(name));
            return found;
        }
        catch (ProblemException refusal)
        {
            Add(Check.Failed(name, refusal.Problem));
            return default;
        }
    }

    public Task<T?> TryAsync<T>(string name, Func<T> find) => TryAsync(name, () => Task.FromResult(find()));
}
