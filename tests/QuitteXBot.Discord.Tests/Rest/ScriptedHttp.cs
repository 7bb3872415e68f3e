using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace QuitteXBot.Discord.Tests.Rest;

/// <summary>The network as the test says: each request takes the next answer, or the last one again.</summary>
internal sealed class ScriptedHttp : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> answers = new();

    public ConcurrentQueue<(HttpMethod Method, Uri Url, string? UserAgent, string? Authorization, string? Reason, string Body)> Requests { get; } = new();

    public ScriptedHttp Then(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers)
    {
        answers.Enqueue(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return response;
        });
        return this;
    }

    public ScriptedHttp ThenThrow(Exception fault)
    {
        answers.Enqueue(_ => throw fault);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue((request.Method, request.RequestUri!, Header(request, "User-Agent"), request.Headers.Authorization?.ToString(), Header(request, "X-Audit-Log-Reason"), body));
        Func<HttpRequestMessage, HttpResponseMessage> answer;
        lock (answers)
            answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return answer(request);
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null;
}
