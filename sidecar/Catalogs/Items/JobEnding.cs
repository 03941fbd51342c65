namespace Connector.Catalogs.Items;

/// <summary>How a job whose items all have a result has ended.</summary>
internal static class JobEnding
{
    public static string Of(long total, long succeeded, long failed) =>
        succeeded == total ? ItemJobStatus.Completed
        : failed == total ? ItemJobStatus.Failed
        : ItemJobStatus.CompletedWithErrors;
}
