namespace Connector.Crash.Power;

/// <summary>A disk that has everything that was synced, and of what was written later only a random part.</summary>
internal sealed class Disk
{
    private readonly Dictionary<string, TracedFile> _files = [];
    private readonly List<(string File, bool IsThere)> _names = [];

    public void Apply(DiskEvent happened)
    {
        switch (happened)
        {
            case Created(var name) when _files.TryAdd(name, new TracedFile()):
                _names.Add((name, true));
                break;
            case Created(var name) when _names.LastOrDefault(change => change.File == name) is { File: not null, IsThere: false }:
                throw new InvalidDataException(
                    $"{name} was removed and made again before its folder was synced, which is not understood here.");
            case Removed(var name):
                _names.Add((name, false));
                break;
            case FolderSynced:
                foreach (var (name, isThere) in _names) _files[name].IsNamed = isThere;
                _names.Clear();
                break;
            case Written(var name, var offset, var bytes):
                _files[name].Write(offset, bytes);
                break;
            case Resized(var name, var length):
                _files[name].Resize(length);
                break;
            case Synced(var name):
                _files[name].Sync();
                break;
        }
    }

    /// <summary>The files that a cut at this moment may leave: none of what was not synced, all of it, or a random share.</summary>
    public Dictionary<string, Image> Cut(Random random)
    {
        var share = random.Next(4) switch { 0 => 0.0, 1 => 1.0, _ => random.NextDouble() };
        return _files
            .Where(file => IsNamed(file.Key, file.Value, share, random))
            .ToDictionary(file => file.Key, file => file.Value.Cut(share, random));
    }

    private bool IsNamed(string name, TracedFile file, double share, Random random) =>
        _names
            .Where(change => change.File == name)
            .Aggregate(file.IsNamed, (isNamed, change) => random.NextDouble() < share ? change.IsThere : isNamed);
}
