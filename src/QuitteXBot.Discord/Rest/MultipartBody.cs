using System.Globalization;
using System.Net.Http.Headers;

namespace QuitteXBot.Discord.Rest;

/// <summary>JSON and files in one request. https://discord.com/developers/docs/reference#uploading-files</summary>
internal static class MultipartBody
{
    public static MultipartFormDataContent Compose(DiscordRequest request)
    {
        var content = new MultipartFormDataContent();
        if (!request.Body.IsEmpty)
            content.Add(DiscordRestClient.JsonBody(request.Body), "payload_json");
        for (var i = 0; i < request.Files.Length; i++)
        {
            var file = new ReadOnlyMemoryContent(request.Files[i].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Files[i].ContentType);
            content.Add(file, string.Create(CultureInfo.InvariantCulture, $"files[{i}]"), request.Files[i].Name);
        }

        return content;
    }
}
