using System.Net.Sockets;
using Connector.Accounts;
using Connector.Backup;
using Connector.Cli;
using Connector.Common;
using Connector.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Cli;

public sealed class StartFailureTests
{
    public static TheoryData<Exception, int, string> Failures() => new()
    {
        { new OptionsValidationException("", typeof(object), ["one is wrong", "two is wrong"]), 2, "one is wrong|two is wrong" },
        { new DataDirectoryException("in use") { IsInUse = true }, 1, "in use" },
        { new DataDirectoryException("cannot be written"), 2, "cannot be written" },
        { new DatabaseTooNewException("newer"), 2, "newer" },
        { new WrongKeyRingException("sealed otherwise"), 2, "sealed otherwise" },
        { new InvalidDataException("appsettings.json", new FormatException("x", new FormatException("line 3"))), 2,
            "appsettings.json line 3" },
        { new StorageUnavailableException("The disk is full."), 1, "The disk is full." },
        { new BackupException("no backup"), 1, "no backup" },
        { new IOException("Failed to bind to address http://[::1]:5280: address already in use.", new AddressInUseException("")),
            2, "The address http://[::1]:5280 is in use by another program." },
        { new SocketException((int)SocketError.AddressNotAvailable), 2, "The address http://set is not an address of this machine." },
        { new SocketException((int)SocketError.AccessDenied), 2, "The address http://set may not be used by this user" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_start_that_fails_says_in_a_line_what_to_do(Exception error, int code, string lines)
    {
        var failure = StartFailure.Of(error, "http://set");

        Assert.Equal(code, failure?.ExitCode);
        Assert.All(lines.Split('|').Zip(failure!.Lines), each => Assert.StartsWith(each.First, each.Second, StringComparison.Ordinal));
        Assert.Equal(lines.Split('|').Length, failure.Lines.Count);
    }

    [Fact]
    public void What_nobody_foresaw_keeps_its_stack_trace() => Assert.Null(StartFailure.Of(new NotSupportedException(), null));

    [Theory]
    [InlineData("", "foo")]
    [InlineData("is not a setting", "foo", "--Connector:Videos:AtOnce=3")]
    [InlineData("has no value", "--Connector:Videos:AtOnce")]
    [InlineData("has no value", "--Connector:Videos:AtOnce", "--urls=http://127.0.0.1:0")]
    [InlineData("is not a setting", "-v")]
    [InlineData("is not a setting", "Connector:Videos:AtOnce=3")]
    public void A_word_that_is_no_setting_is_named(string problem, params string[] words) =>
        Assert.Contains(problem, Assert.Single(CommandLine.Wrong(words)), StringComparison.Ordinal);

    [Fact]
    public void Settings_may_be_written_with_an_equals_sign_or_a_space() =>
        Assert.Empty(CommandLine.Wrong(["--urls", "http://127.0.0.1:0", "--Connector:Videos:AtOnce=3"]));

    [Theory]
    [InlineData("--port=80", 1)]
    [InlineData("--urls=http://127.0.0.1:0", 0)]
    [InlineData("--Connector:Anything=1", 0)]
    public void An_option_that_nothing_reads_is_named(string word, int warnings) =>
        Assert.Equal(warnings, CommandLine.Unknown([word]).Count());
}
