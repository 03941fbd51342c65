using Connector.Bench;
using Connector.Bench.Running;

if (args is ["host", var variant, .. var settings]) return await VariantHost.RunAsync(variant, settings);

const string Only = "--only=";
var only = Array.Find(args, option => option.StartsWith(Only, StringComparison.Ordinal))?[Only.Length..];
if (args.Any(option => option is not ("--quick" or "--markdown") && option != Only + only) || !(only is null || Bench.Parts.Contains(only)))
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/bench [-- --quick] [--markdown] [{Only}{string.Join('|', Bench.Parts)}]");
    return 2;
}

return await Bench.RunAsync(args.Contains("--quick") ? RunSize.Quick : RunSize.Full, args.Contains("--markdown"), only);
