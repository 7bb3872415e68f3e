namespace QuitteXBot.Ingestion.Words;

/// <summary>A run of letters and digits.</summary>
/// <param name="Start">UTF-16 index of its first character.</param>
/// <param name="End">UTF-16 index behind its last character.</param>
/// <param name="Folded">Lower case, without accents, ligatures spelled out: what words are compared by.</param>
/// <param name="Capital">Whether it is written with a capital letter first.</param>
public readonly record struct Word(int Start, int End, string Folded, bool Capital);
