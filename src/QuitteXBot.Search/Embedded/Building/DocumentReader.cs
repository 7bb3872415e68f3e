using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>Reads the words of documents: what is indexed of each, and where it stands.</summary>
internal sealed class DocumentReader(WordTable words)
{
    private readonly char[] buffer = new char[WordReader.MaximumWordLength];
    private int[] document = new int[256];

    /// <returns>How many words the text has.</returns>
    public int Read(IndexDocument added, IWordSink sink)
    {
        foreach (var reason in added.Reasons)
        {
            sink.AddKey(IndexKeys.Reason(reason), 0);
            sink.AddKey(IndexKeys.Concept(reason), 0);
        }

        if (added.OrganisationId is not null)
            sink.AddKey(IndexKeys.Organisation(added.OrganisationId), 0);
        ReadText(added.Title, sink, Field.Title, Field.MaximumSlotWords);
        var length = ReadText(added.Text, sink, Field.Text, int.MaxValue);
        ReadName(added.OrganisationName, sink, Field.Organisation);
        ReadName(added.Speaker, sink, Field.Speaker);
        ReadName(added.Outlet, sink, Field.Outlet);
        return length;
    }

    /// <returns>How many words the text has.</returns>
    private int ReadText(string? text, IWordSink sink, int start, int maximum)
    {
        var reader = new WordReader(text, buffer);
        var length = 0;
        var revealing = false;
        while (length < maximum && reader.Read())
        {
            var number = words.Number(reader.Word);
            if (length == document.Length)
                Array.Resize(ref document, length * 2);
            document[length] = number;
            ref var word = ref words[number];
            revealing |= word.RevealsConcept | word.BeginsPhrase;
            if (!word.IsFunction)
                sink.AddText(number, start + length);
            length++;
        }

        if (revealing)
            AddConcepts(sink, start, length);
        return length;
    }

    private void AddConcepts(IWordSink sink, int start, int length)
    {
        for (var i = 0; i < length; i++)
        {
            ref var word = ref words[document[i]];
            var beginsPhrase = word.BeginsPhrase;
            if (word.RevealsConcept)
            {
                foreach (var concept in words.Concepts(document[i]))
                    sink.AddKey(IndexKeys.Concept(concept), start + i);
            }

            if (!beginsPhrase)
                continue;
            foreach (var phrase in words.Phrases(document[i]))
            {
                if (IsAt(phrase, i, length))
                    sink.AddKey(IndexKeys.Concept(phrase.Concept), start + i);
            }
        }
    }

    private bool IsAt(VocabularyEntry phrase, int at, int length)
    {
        if (at + phrase.Words.Length > length)
            return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            ref var word = ref words[document[at + i]];
            if (!phrase.Words[i].Matches(words.Text(document[at + i]), words.Text(word.Stem)))
                return false;
        }

        return true;
    }

    private void ReadName(string? name, IWordSink sink, int start)
    {
        var reader = new WordReader(name, buffer);
        for (var i = 0; i < Field.MaximumSlotWords && reader.Read(); i++)
        {
            var number = words.Number(reader.Word);
            if (!words[number].IsFunction)
                sink.AddName(number, start + i);
        }
    }
}
