using System.Text.Json;

namespace QuitteXBot.Discord.Gateway;

/// <summary>Takes what the gateway dispatches. Called in order from the receiving loop: must return at once and start what takes time.</summary>
public interface IGatewayEvents
{
    /// <param name="type">The event's name: <c>INTERACTION_CREATE</c>.</param>
    /// <param name="data">Valid only during the call.</param>
    void OnDispatch(string type, JsonElement data);
}
