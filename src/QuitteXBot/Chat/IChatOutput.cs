using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Chat;

/// <summary>Where the chat's answers go.</summary>
internal interface IChatOutput
{
    void Greet();

    Task ShowAsync(Reply reply, CancellationToken cancellationToken);
}
