// A bot on slash-create that answers every command with the same text: what the benchmark holds ours against over HTTP.
import { FastifyServer, SlashCommand, SlashCreator } from 'slash-create';

const [applicationId, publicKey, token, port] = process.argv.slice(2);

const commandOf = (name) => class extends SlashCommand {
  constructor(creator) {
    super(creator, { name, description: name });
  }

  async run() {
    return 'A constant text.';
  }
};

const creator = new SlashCreator({ applicationID: applicationId, publicKey, token, serverPort: Number(port), serverHost: '127.0.0.1', endpointPath: '/interactions' });
creator.on('error', (error) => console.error(String(error)));
creator.on('warn', (warning) => console.error(String(warning)));
creator.withServer(new FastifyServer());
for (const name of ['why', 'search']) creator.registerCommand(commandOf(name));
await creator.startServer();
console.log('ready');
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
