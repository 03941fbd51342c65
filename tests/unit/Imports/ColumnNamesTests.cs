using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("Body (HTML)", "body_html")]
    [InlineData("g:image_link", "image_link")]
    [InlineData("In stock?", "in_stock")]
    [InlineData("\uFEFFTitle ", "title")]
    [InlineData("Media URL", "media_url")]
    [InlineData("???", "")]
    [InlineData("Größe", "größe")]
    public void Names_are_compared_by_their_letters(string name, string plain) => Assert.Equal(plain, ColumnNames.Plain(name));
}
