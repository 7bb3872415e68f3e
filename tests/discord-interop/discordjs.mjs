// A small bot on discord.js, driven by the tests: it says what it sees as one JSON object a line, and answers each interaction in its own way.
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits, ModalBuilder, SlashCommandBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';

const [api, token] = process.argv.slice(2);
const say = (event, detail = {}) => console.log(JSON.stringify({ event, ...detail }));
const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages], rest: { api } });

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([
    new SlashCommandBuilder().setName('why').setDescription('Why').setNameLocalizations({ fr: 'pourquoi' })
      .addStringOption((option) => option.setName('organisation').setDescription('Which').setRequired(true).setAutocomplete(true)),
    new SlashCommandBuilder().setName('form').setDescription('A form'),
  ]);
  const commands = await ready.application.commands.fetch({ withLocalizations: true });
  say('ready', {
    user: ready.user.id,
    guilds: ready.guilds.cache.map((guild) => guild.id),
    channels: ready.channels.cache.map((channel) => channel.id),
    commands: commands.map((command) => `${command.name}/${command.nameLocalizations?.fr ?? ''}`),
  });
});

client.on(Events.ShardResume, (shard, replayed) => say('resumed', { replayed }));
client.on(Events.MessageCreate, async (message) => {
  if (message.mentions.has(client.user)) {
    await message.reply({ content: `heard ${message.content.length}`, allowedMentions: { parse: [] } });
    say('replied');
  }
});

client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: `for ${interaction.options.getFocused()}`, value: 'departement-54' }]);
      say('completed');
    } else if (interaction.isChatInputCommand() && interaction.commandName === 'why') {
      await interaction.deferReply();
      const row = new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary));
      await interaction.editReply({ content: `why ${interaction.options.getString('organisation')}`, components: [row] });
      const followUp = await interaction.followUp({ embeds: [{ title: 'Follow-up', description: 'text' }] });
      say('answered', { locale: interaction.locale, followUp: followUp.id });
    } else if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
      const input = new TextInputBuilder().setCustomId('what').setLabel('What').setStyle(TextInputStyle.Paragraph);
      await interaction.showModal(new ModalBuilder().setCustomId('report').setTitle('Report').addComponents(new ActionRowBuilder().addComponents(input)));
      say('opened');
    } else if (interaction.isModalSubmit()) {
      await interaction.reply({ content: `got ${interaction.fields.getTextInputValue('what')}`, ephemeral: true });
      say('submitted');
    } else if (interaction.isButton()) {
      await interaction.update({ content: 'updated', components: [] });
      say('updated');
    }
  } catch (error) {
    say('failed', { message: String(error), stack: error.stack });
  }
});

client.on(Events.Error, (error) => say('error', { message: String(error) }));
process.stdin.on('end', () => client.destroy().then(() => process.exit(0)));
process.stdin.resume();
await client.login(token);
