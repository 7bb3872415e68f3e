// A bot on discord.js that answers every command with the same text: what the benchmark holds ours against over the gateway.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const [api, token] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.once(Events.ClientReady, () => console.log('ready'));
client.on(Events.InteractionCreate, (interaction) => interaction.reply({ content: 'A constant text.' }).catch((error) => console.error(String(error))));
process.stdin.on('end', () => client.destroy().then(() => process.exit(0)));
process.stdin.resume();
await client.login(token);
