using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Tests.Embedded;

public sealed class TypingErrorsTests
{
    [Theory]
    [InlineData("chat", "chat", 0)]
    [InlineData("chat", "chats", 1)]
    [InlineData("chat", "cat", 1)]
    [InlineData("chat", "chot", 1)]
    [InlineData("chat", "caht", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("a", "", 1)]
    public void CountTo_Word_CountsErrors(string typed, string word, int errors) => Assert.Equal(errors, Count(typed, word));

    [Fact]
    public void CountTo_AnyWords_CountsAsTheTableDoes()
    {
        var words = Gen.Choose('a', 'd').Select(letter => (char)letter).NonEmptyListOf().Select(letters => new string([.. letters.Take(TypingErrors.LongestWord)]));
        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), (typed, word) => Count(typed, word) == ByTable(typed, word))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static int Count(string typed, string word) =>
        new TypingErrors(Encoding.UTF8.GetBytes(typed), new ulong[TypingErrors.Rows]).CountTo(Encoding.UTF8.GetBytes(word));

    /// <summary>Optimal string alignment as the textbook has it.</summary>
    private static int ByTable(string typed, string word)
    {
        var table = new int[typed.Length + 1, word.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= word.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        }

        return table[typed.Length, word.Length];
    }
}
