using System.Buffers.Text;

namespace Connector.Bench.Accepting;

/// <summary>The bytes of an answer, of which no more is read than where it ends: in chunks, or after as many bytes as it says.</summary>
internal static class Answer
{
    public static bool MayBeAccepted(ReadOnlySpan<byte> answer)
    {
        var accepted = "HTTP/1.1 202"u8;
        return answer.Length < accepted.Length || answer.StartsWith(accepted);
    }

    public static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        if (answer.EndsWith("\r\n0\r\n\r\n"u8)) return true;

        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;

        // Names of headers are written either way.
        var name = "ontent-"u8;
        for (var at = answer[..head].IndexOf(name); at >= 0;)
        {
            var rest = answer[(at + name.Length)..head];
            if (rest is [(byte)'L' or (byte)'l', ..] && Utf8Parser.TryParse(rest["length: ".Length..], out int length, out _))
                return answer.Length >= head + 4 + length;
            var next = rest.IndexOf(name);
            at = next < 0 ? -1 : at + name.Length + next;
        }

        return false;
    }
}
