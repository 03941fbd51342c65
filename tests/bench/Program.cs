using Connector.Bench;
using Connector.Bench.Running;

// dotnet run -c Release --project tests/bench [-- --quick] [--markdown] [--only=starting|claiming|accepting|planning|batches|judging|videos|waiting|publishing]
return args switch
{
    ["host", var variant, .. var settings] => await VariantHost.RunAsync(variant, settings),
    _ => await Bench.RunAsync(args.Contains("--quick") ? Effort.Quick : Effort.Full, args.Contains("--markdown"), args.FirstOrDefault(a => a.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..]),
};
