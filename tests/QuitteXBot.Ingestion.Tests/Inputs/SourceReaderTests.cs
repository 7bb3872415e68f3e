using System.Text;
using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Ingestion.Tests.Inputs;

public sealed class SourceReaderTests
{
    private const string French = "L’élue a dit : « Ça suffit ! »\r\nPuis : « Nous partons… »";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(French) },
        { "utf-8 with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(French)] },
        { "utf-16 little", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(French)] },
        { "utf-16 big", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(French)] },
        { "windows-1252", Windows1252(French) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_Encodings_GiveTheSameWords(string encoding, byte[] bytes)
    {
        var read = SourceReader.Read(bytes, "a.txt");

        Assert.True(read.IsSuccess, encoding);
        Assert.Equal(French.Replace("\r\n", "\n", StringComparison.Ordinal), read.Value.Text);
    }

    [Fact]
    public void Read_Latin1_KeepsAccents() => Assert.Equal("Été à Nîmes", SourceReader.Read(Encoding.Latin1.GetBytes("Été à Nîmes"), "a.txt").Value!.Text);

    [Theory]
    [InlineData("a.txt", "", "input-empty")]
    [InlineData("a.txt", " \n ", "input-empty")]
    [InlineData("a.txt", "a\0b", "input-not-text")]
    [InlineData("a.pdf", "texte", "input-kind-unknown")]
    [InlineData("a.html", "<p> </p>", "input-empty")]
    public void Read_NoText_NamesTheFile(string name, string content, string code)
    {
        var read = SourceReader.Read(Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(code, read.Error?.Code);
        Assert.Equal(name, read.Error?.Location);
    }

    [Fact]
    public void Read_TooLarge_IsRefused() => Assert.Equal("input-too-large", SourceReader.Read(new byte[SourceReader.LargestFile + 1], "a.txt").Error?.Code);

    [Fact]
    public async Task ReadAsync_MissingFile_IsAnError()
    {
        var read = await SourceReader.ReadAsync(Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".txt"), CancellationToken.None);

        Assert.Equal("input-missing", read.Error?.Code);
    }

    [Fact]
    public void Read_Markdown_LeavesItsSigns()
    {
        var read = SourceReader.Read("---\na: b\n---\n# Le **titre**\n\nUn [lien](https://example.org) et « des *mots* »\nsur deux lignes.\n\n- un point\n"u8, "a.md").Value!;

        Assert.Equal("Le titre\n\nUn lien et « des mots » sur deux lignes.\n\nun point", read.Text);
        Assert.Equal("Le titre", read.Title);
    }

    [Fact]
    public void Read_Html_TakesMainTextAndFacts()
    {
        const string Page = """
            <!doctype html><html lang="fr-FR"><head><title>Titre - Le Canard local</title><link rel="canonical" href="https://example.org/a">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"La ville part","datePublished":"2025-01-21T08:00:00+01:00","author":[{"name":"Léa Roux"}],"publisher":{"name":"Le Canard local"}}]}</script></head>
            <body><nav><p>Accueil et bien d'autres rubriques que personne ne lit jamais jusqu'au bout de la ligne</p></nav>
            <article><h1>La ville part</h1><p>Le maire l'a dit :<br>« Nous&nbsp;partons. »</p><h2>Et après ?</h2><p>On verra <em>bien</em>.</p><aside><p>Lire aussi</p></aside></article>
            <footer><p>Mentions légales</p></footer></body></html>
            """;

        var read = SourceReader.Read(Encoding.UTF8.GetBytes(Page), "a.html").Value!;

        Assert.Equal("La ville part\n\nLe maire l'a dit : « Nous\u00a0partons. »\n\nEt après ?\n\nOn verra bien.", read.Text);
        Assert.Equal(("La ville part", "Léa Roux", "Le Canard local", "https://example.org/a", "fr"), (read.Title, read.Author, read.Outlet, read.Url, read.Language));
        Assert.Equal(PartialDate.OfDay(new DateOnly(2025, 1, 21)), read.Published);
    }

    [Fact]
    public void Of_CopyWithHoles_IsFlagged()
    {
        var document = QuitteXBot.Ingestion.Text.Document.Read("Rester sur , c'est accepter de , considère la maire. Elle parle d'un . Le reste suit.");

        Assert.Equal(DocumentFlags.LostQuotes, Assert.Single(DocumentFlags.Of(document)));
    }

    [Fact]
    public void Of_SoundArticles_AreNotFlagged()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(ProjectFiles.Root, "tests/QuitteXBot.Ingestion.Tests/Articles"), "*.txt"))
            Assert.Empty(DocumentFlags.Of(QuitteXBot.Ingestion.Text.Document.Read(File.ReadAllText(path))));
    }

    private static byte[] Windows1252(string text) => [.. text.Select(unit => unit switch { '’' => (byte)0x92, '…' => (byte)0x85, _ => (byte)unit })];
}
