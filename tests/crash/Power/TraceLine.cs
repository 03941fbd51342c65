using System.Globalization;

namespace Connector.Crash.Power;

/// <summary>One line of <c>strace -f -y -xx</c>: who called what, and how it ended when that is known.</summary>
internal readonly ref struct TraceLine
{
    private TraceLine(ReadOnlySpan<char> process, ReadOnlySpan<char> name, ReadOnlySpan<char> arguments)
    {
        Process = process;
        Name = name;
        Arguments = arguments;
    }

    public ReadOnlySpan<char> Process { get; }

    public ReadOnlySpan<char> Name { get; }

    /// <summary>What stands behind the opening bracket, the result included.</summary>
    public ReadOnlySpan<char> Arguments { get; }

    /// <summary>The call was begun; another line tells its end.</summary>
    public bool IsBegun => Arguments.EndsWith("<unfinished ...>");

    /// <summary>The end of a call whose beginning stood on an earlier line.</summary>
    public bool IsRest { get; private init; }

    public bool HasFailed => Result.StartsWith("-1") || Result.StartsWith("?");

    /// <summary>The path of the first argument, a descriptor, as -y shows it.</summary>
    public string Path
    {
        get
        {
            var open = Arguments.IndexOf('<');
            return open < 0 ? "" : Text(Arguments[(open + 1)..][..Arguments[(open + 1)..].IndexOf('>')]);
        }
    }

    /// <summary>What follows the last comma before the closing bracket: the offset or the length.</summary>
    public long LastNumber
    {
        get
        {
            var end = IsBegun ? Arguments[..Arguments.LastIndexOf('<')].TrimEnd() : Arguments[..Arguments.LastIndexOf(')')];
            return long.Parse(end[(end.LastIndexOf(',') + 1)..].Trim(), CultureInfo.InvariantCulture);
        }
    }

    private ReadOnlySpan<char> Result => IsBegun ? [] : Arguments[(Arguments.LastIndexOf('=') + 1)..].Trim();

    /// <summary>False for signals, exits and blank lines.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out TraceLine call)
    {
        call = default;
        var space = line.IndexOf(' ');
        if (space < 0) return false;

        var rest = line[space..].TrimStart();
        var end = " resumed>";
        if (rest.StartsWith("<... ") && rest.IndexOf(end) is > 0 and var resumed)
        {
            call = new TraceLine(line[..space], rest[5..resumed], rest[(resumed + end.Length)..]) { IsRest = true };
            return true;
        }

        var open = rest.IndexOf('(');
        if (open <= 0 || !char.IsAsciiLetter(rest[0])) return false;

        call = new TraceLine(line[..space], rest[..open], rest[(open + 1)..]);
        return true;
    }

    /// <summary>All quoted strings of the call, one after the other.</summary>
    public byte[] Data()
    {
        var bytes = new List<byte>();
        for (var rest = Arguments; rest.IndexOf('"') is >= 0 and var open;)
        {
            var quoted = rest[(open + 1)..];
            var close = quoted.IndexOf('"');
            Decode(quoted[..close], bytes);
            rest = quoted[(close + 1)..];
            if (rest.StartsWith("...")) throw new InvalidDataException($"A string of {Name} was cut off: trace with a larger -s.");
        }

        return [.. bytes];
    }

    private static string Text(ReadOnlySpan<char> hex)
    {
        var bytes = new List<byte>();
        Decode(hex, bytes);
        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }

    // Everything is \xNN with -xx, except what strace itself adds.
    private static void Decode(ReadOnlySpan<char> text, List<byte> bytes)
    {
        for (var i = 0; i < text.Length;)
        {
            if (text[i..].StartsWith("\\x"))
            {
                bytes.Add(byte.Parse(text.Slice(i + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                bytes.Add((byte)text[i++]);
            }
        }
    }
}
