using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>Adds the Matrix platform to a host.</summary>
public static class MatrixRegistration
{
    /// <summary>Needs an <see cref="Commands.Requests.IAssistant"/> among the services; adds <see cref="MatrixStatus"/>, an <see cref="IAnnouncer"/> and the platform's background service.</summary>
    public static IServiceCollection AddMatrix(this IServiceCollection services, MatrixOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<MatrixStatus>();
        services.AddSingleton<MatrixAnnouncer>();
        services.AddSingleton<IAnnouncer>(provider => provider.GetRequiredService<MatrixAnnouncer>());
        services.AddHostedService<MatrixService>();
        return services;
    }
}
