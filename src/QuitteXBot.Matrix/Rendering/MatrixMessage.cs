namespace QuitteXBot.Matrix.Rendering;

/// <summary>The same content twice: as plain text, and in the HTML subset of the Matrix specification.</summary>
public sealed record MatrixMessage(string Body, string Html);
