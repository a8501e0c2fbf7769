using System.Globalization;
using System.Text;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Foreign;

public class ForeignTextTests
{
    private const string Token = "CAISgwJ1q6Ft5B2yfSjIr5fBEo+D2pNJ1rKfTWTUpW5ndPpvhPL+uTz2IHpMdHRqBe0ctvQ+lG5W6";

    [Theory]
    [InlineData("eni-bp1a2b3c4d5e6f7g8h9i", "eni-bp1a2b3c4d5e6f7g8h9i")]
    [InlineData("The specified session does not exist.", "The specified session does not exist.")]
    [InlineData("0C4D3A5B-9C1E-5F7A-8B2D-1234567890AB", "0C4D3A5B-9C1E-5F7A-8B2D-1234567890AB")]
    [InlineData("https://error-center.aliyun.com/status/search?Keyword=Throttling.User&source=PopGw", null)]
    [InlineData("acs:ram::1234567890123456:role/vpc-mirror-operator-of-the-security-team", null)]
    public void What_the_cloud_says_for_people_stays(string text, string? shown) =>
        Assert.Equal(shown ?? text, ForeignText.Clean(text, 1000));

    [Theory]
    [InlineData("Created")]
    [InlineData("The specified session does not exist.")]
    public void A_text_that_needs_no_cleaning_costs_no_other_one(string text) => Assert.Same(text, ForeignText.Clean(text, 1000));

    [Theory]
    [InlineData("one\r\ntwo", "one  two")]
    [InlineData("\u001b[31mred\u0007", "[31mred")]
    [InlineData("a\u202Egnp.exe", "a gnp.exe")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero width")]
    [InlineData("line\u2028end\u2029", "line end")]
    [InlineData("\u0000\u0085\u009F", "")]
    public void Characters_that_cannot_be_seen_are_taken_out(string text, string shown) =>
        Assert.Equal(shown, ForeignText.Clean(text, 1000));

    [Theory]
    [InlineData("key LTAI5tQwErTyUiOpAsDf refused", "key *** refused")]
    [InlineData("key STS.NUgYrLnoC37mZZCNnAbez refused", "key STS.*** refused")]
    [InlineData("Signature=6a1f2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8,", "***,")]
    [InlineData("token " + Token + " expired", "token *** expired")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6IjEyMyJ9abcdefghi.x", "***.x")]
    [InlineData("https://me:pw@host:8080/path and ftp://a@b", "https://***@host:8080/path and ftp://***@b")]
    [InlineData("http://u:p@a@host/", "http://***@host/")]
    public void Keys_tokens_signatures_and_passwords_are_hidden_though_nobody_knows_them(string text, string shown) =>
        Assert.Equal(shown, ForeignText.Clean(text, 1000));

    [Fact]
    public void A_token_in_any_encoding_is_hidden()
    {
        Assert.Equal("***", ForeignText.Clean(Uri.EscapeDataString(Token), 1000));
        Assert.Equal("***", ForeignText.Clean(Uri.EscapeDataString(Uri.EscapeDataString(Token)), 1000));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var cut = ForeignText.Clean(string.Concat(Enumerable.Repeat("🙈 ", 500)), 256);
        Assert.InRange(cut.Length, 250, 256);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        AssertFit(cut, 256, "");
    }

    [Theory]
    [InlineData(20261126)]
    public void Whatever_comes_what_is_shown_is_one_line_of_whole_characters(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var length = random.Next(1, 300);
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 300)).Select(_ => Odd(random)));
            var shown = ForeignText.Clean(text, length);
            AssertFit(shown, length, $"seed {seed}, text {i}");
            Assert.Equal(shown, ForeignText.Clean(shown, length));
        }
    }

    private static char Odd(Random random) => random.Next(6) switch
    {
        0 => (char)random.Next(0x20),
        1 => (char)random.Next(0xD800, 0xE000),
        2 => (char)random.Next(0x2000, 0x2070),
        3 => "://@%=+-_.LTAIST\u00AD\uFEFF\u0085"[random.Next(19)],
        4 => (char)random.Next(0x10000),
        _ => (char)random.Next(0x20, 0x7F),
    };

    private static void AssertFit(string text, int length, string what)
    {
        Assert.True(text.Length <= length, what);
        Assert.True(text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), what);
        Assert.True(text.EnumerateRunes().All(rune => IsVisible(Rune.GetUnicodeCategory(rune))), what);
    }

    private static bool IsVisible(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
