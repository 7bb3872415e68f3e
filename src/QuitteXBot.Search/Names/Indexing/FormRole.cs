namespace QuitteXBot.Search.Names.Indexing;

/// <summary>How an organisation comes to a name: what it is called outweighs what is left of its name without the words of its kind.</summary>
internal enum FormRole : byte
{
    /// <summary>Its official name, its short name or an alias.</summary>
    Name,

    /// <summary>What is left without the words of its kind, and is said for it: "Bordeaux" for Bordeaux Métropole and the Université de Bordeaux.</summary>
    Core,

    /// <summary>The same, but hardly anybody says it without saying the kind: "Toulouse" for its CHU. Counts alone only for one with records.</summary>
    QuietCore,

    /// <summary>The same of an alias: never counts alone, so that the hôpitaux de Paris do not answer to "Paris".</summary>
    WithKindOnly,
}
