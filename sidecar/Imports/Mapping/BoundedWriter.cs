using System.Globalization;
using System.Text;

namespace Connector.Imports.Mapping;

/// <summary>Takes text up to a length, and refuses what is longer.</summary>
internal sealed class BoundedWriter(int most) : StringWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _all = new();

    public override void Write(char value) => Room(1).Append(value);

    public override void Write(char[] buffer, int index, int count) => Room(count).Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Room(buffer.Length).Append(buffer);

    public override void Write(string? value) => Room(value?.Length ?? 0).Append(value);

    public override Task WriteAsync(char value) => Written(() => Write(value));

    public override Task WriteAsync(string? value) => Written(() => Write(value));

    public override Task WriteAsync(char[] buffer, int index, int count) => Written(() => Write(buffer, index, count));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        Written(() => Write(buffer.Span));

    public override string ToString() => _all.ToString();

    private static Task Written(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private StringBuilder Room(int more) => _all.Length + more <= most
        ? _all
        : throw new TemplateException($"The template makes more than {most:N0} characters of this row.");
}
