using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Host;
using QuitteXBot.Matrix.Hosting;

// The Matrix platform alone, as a process with the executable's keys, for tests that kill it or point it at a homeserver of theirs.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Configuration.AddEnvironmentVariables("QUITTEXBOT__");
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
var settings = builder.Configuration.GetSection("Matrix");
var options = (settings.Get<MatrixOptions>() ?? new MatrixOptions()) with { DataFolder = builder.Configuration["Paths:Data"] ?? "data" };
builder.Services.AddSingleton<IAssistant, ScriptedAssistant>();
builder.Services.AddMatrix(options);
await builder.Build().RunAsync();
