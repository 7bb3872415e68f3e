using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Tests.Analysis;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("L’équipe s'est réunie", "equipe est reunie")]
    [InlineData("jusqu'au lorsqu’elle QU'IL", "au elle il")]
    [InlineData("aujourd’hui Prud'hommes presqu‘île quelqu'un", "aujourdhui prudhommes presquile quelquun")]
    [InlineData("O’Neil d'Artagnan rock'n'roll", "oneil artagnan rocknroll")]
    [InlineData("the mayor's office, don't we'll they're I've", "the mayor office do we they i")]
    [InlineData("œuvre ŒUVRE æquo Straße", "oeuvre oeuvre aequo strasse")]
    [InlineData("#AdieuBrouhaha @region_est x.com", "adieubrouhaha region est x com")]
    [InlineData("fact-checking, 2025-01-20 ; CD54 3,5 %", "fact checking 2025 01 20 cd54 3 5")]
    [InlineData("e\u0301te\u0301 re\u00ADseau a\u200Bb", "ete reseau ab")]
    [InlineData("Ἀθῆναι ЖИЗНЬ Ǆ 𝐗𝟙", "αθηναι жизнь dz x1")]
    [InlineData("😀 … — « » ’ '", "")]
    [InlineData("\ud83dseul\ude00e", "seul e")]
    [InlineData("‘ville’ l’ ’l d’'a d’a", "ville l l d a a")]
    public void Read_Text_GivesFoldedWords(string text, string expected) => Assert.Equal(expected, string.Join(' ', Read(text)));

    [Fact]
    public void Read_Word_KnowsItsPlace()
    {
        const string Text = "Ah, l’Œuvre !";
        var reader = new WordReader(Text, new char[WordReader.MaximumWordLength]);
        Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Equal("Œuvre", Text[reader.Start..reader.End]);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_LongWord_CountsByItsBeginning() =>
        Assert.Equal([new string('a', WordReader.MaximumWordLength), "b"], Read(new string('a', 3000) + " b"));

    [Fact]
    public void Read_AnyText_GivesWordsInOrderWithoutBlanks() =>
        Prop.ForAll<string?>(text =>
        {
            var reader = new WordReader(text, new char[WordReader.MaximumWordLength]);
            var end = 0;
            while (reader.Read())
            {
                Assert.InRange(reader.Start, end, reader.End - 1);
                Assert.False(reader.Word.IsEmpty);
                Assert.True(reader.Word.IndexOfAny(" \t\n\0") < 0);
                end = reader.End;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_FoldedWord_StaysAsItIs() =>
        Prop.ForAll<string?>(text =>
        {
            var words = Read(text ?? "");
            Assert.All(words.Where(word => word.Length < WordReader.MaximumWordLength && word.All(char.IsAsciiLetterOrDigit)), word => Assert.Equal([word], Read(word)));
        }).QuickCheckThrowOnFailure();

    private static List<string> Read(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text, new char[WordReader.MaximumWordLength]);
        while (reader.Read())
            words.Add(reader.Word.ToString());
        return words;
    }
}
