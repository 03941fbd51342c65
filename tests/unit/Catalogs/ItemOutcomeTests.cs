using Connector.Catalogs;
using Connector.Catalogs.Items;
using Connector.Pinterest;

namespace Connector.Tests.Catalogs;

/// <summary>What an answer about a batch of items means.</summary>
public sealed class ItemOutcomeTests
{
    [Theory]
    [InlineData("COMPLETED", "SUCCESS", false, "succeeded")]
    [InlineData("COMPLETED", "SUCCESS", true, "failed")]
    [InlineData("COMPLETED", "FAILURE", false, "failed")]
    [InlineData("COMPLETED", "PROCESSING", false, "unconfirmed")]
    [InlineData("COMPLETED", null, false, "unconfirmed")]
    [InlineData("FAILED", "SUCCESS", false, "succeeded")]
    [InlineData("FAILED", "FAILURE", true, "failed")]
    public void An_item_with_errors_has_failed_whatever_else_is_said_of_it(string batch, string? item, bool hasError, string status)
    {
        var record = new ItemRecord { ItemId = "a", Status = item, Errors = hasError ? [new ItemEvent { Code = 106 }] : [] };

        var outcome = BatchOutcome.Of(new ItemBatch { BatchId = "1", Status = batch, Items = [record, null] })!;

        Assert.Equal(status, outcome.Named["a"].Status);
    }

    [Theory]
    [InlineData("COMPLETED", "unconfirmed")]
    [InlineData("FAILED", "failed")]
    public void Items_of_which_nothing_is_said_are_as_their_batch(string batch, string status) =>
        Assert.Equal(status, BatchOutcome.Of(new ItemBatch { Status = batch })!.Others.Status);

    [Theory]
    [InlineData("PROCESSING")]
    [InlineData("SOMETHING_NEW")]
    public void A_batch_that_has_not_ended_says_nothing(string batch) =>
        Assert.Null(BatchOutcome.Of(new ItemBatch { Status = batch, Items = [new ItemRecord { ItemId = "a", Status = "SUCCESS" }] }));

    [Theory]
    [InlineData(3, 3, 0, ItemJobStatus.Completed)]
    [InlineData(3, 0, 3, ItemJobStatus.Failed)]
    [InlineData(3, 1, 2, ItemJobStatus.CompletedWithErrors)]
    [InlineData(3, 0, 0, ItemJobStatus.CompletedWithErrors)]
    public void A_job_ends_as_its_items_did(long total, long succeeded, long failed, string status) =>
        Assert.Equal(status, JobEnding.Of(total, succeeded, failed));
}
