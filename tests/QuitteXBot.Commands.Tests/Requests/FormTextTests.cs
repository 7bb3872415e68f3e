using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Commands.Tests.Requests;

public sealed class FormTextTests
{
    private static readonly ImmutableDictionary<string, string> Known = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, "p1");

    [Fact]
    public void Read_FieldsInLines_AreExactAndJoinWhatIsKnown()
    {
        var options = FormText.Read(CommandNames.StatementAdd, Known, OptionNames.Organisation, "auteur\u00A0: Ana Petit\r\ncitation: « un »\n\n> <b>deux</b> : trois\nmedia:")!;

        Assert.Equal("p1", options[OptionNames.Draft]);
        Assert.Equal("Ana Petit", options[OptionNames.Speaker]);
        Assert.Equal("« un »\n\n> <b>deux</b> : trois", options[OptionNames.Quote]);
        Assert.Equal("", options[OptionNames.Outlet]);
    }

    [Fact]
    public void Read_WordsWithoutAName_AreTheFirstFields() =>
        Assert.Equal("déjà démenti", FormText.Read(CommandNames.StatementWithdraw, Known, OptionNames.Note, "déjà démenti")![OptionNames.Note]);

    [Fact]
    public void Read_TooLongOrNoCommand_IsNothing()
    {
        Assert.Null(FormText.Read(CommandNames.StatementAdd, Known, OptionNames.Quote, new string('a', AskLimits.LongestText + 1)));
        Assert.Null(FormText.Read("nothing", Known, OptionNames.Quote, "a"));
    }
}
