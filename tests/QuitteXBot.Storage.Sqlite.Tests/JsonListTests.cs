using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace QuitteXBot.Storage.Sqlite.Tests;

public sealed class JsonListTests
{
    private static readonly Gen<string> Items = Gen.Elements("a", "hate", "\"", "\\", ",", "[", "]", "é", "😀", "\n", "\0", "\u2028", "-").ArrayOf().Select(string.Concat);

    [Fact]
    public void Parse_WhatWriteWrote_IsTheSameList() =>
        Prop.ForAll(Items.ArrayOf().ToArbitrary(), items => JsonList.Parse(Encoding.UTF8.GetBytes(JsonList.Write([.. items]))).SequenceEqual(items))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Item_AnyItem_StandsOnlyInListsThatHaveIt() =>
        Prop.ForAll(Items.ToArbitrary(), Items.ArrayOf().ToArbitrary(), (item, items) =>
            JsonList.Write([.. items]).Contains(JsonList.Item(item), StringComparison.Ordinal) == (items.Contains(item) || Straddles(item, items)))
            .QuickCheckThrowOnFailure();

    /// <summary>Between two items stands <c>","</c>, which a lone comma is written as.</summary>
    private static bool Straddles(string item, string[] items) => item == "," && items.Length > 1;
}
