"""A small bot on python3-discord, driven by the tests: it says what it sees as one JSON object a line, and answers each interaction in its own way."""
import asyncio
import json
import sys

import discord
import yarl
from discord import app_commands

API, GATEWAY, TOKEN = sys.argv[1:4]
discord.http.Route.BASE = API + "/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(GATEWAY)


def say(event, **detail):
    print(json.dumps({"event": event, **detail}), flush=True)


class Report(discord.ui.Modal, title="Report"):
    what = discord.ui.TextInput(label="What", style=discord.TextStyle.paragraph, custom_id="what")

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"got {self.what.value}", ephemeral=True)
        say("submitted")


class More(discord.ui.View):
    @discord.ui.button(label="More", custom_id="more")
    async def more(self, interaction, button):
        await interaction.response.edit_message(content="updated", view=None)
        say("updated")


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True))
        self.tree = app_commands.CommandTree(self)

    async def on_ready(self):
        synced = await self.tree.sync()
        say(
            "ready",
            user=str(self.user.id),
            guilds=[str(guild.id) for guild in self.guilds],
            channels=[str(channel.id) for guild in self.guilds for channel in guild.channels],
            commands=[command.name for command in synced],
        )

    async def on_resumed(self):
        say("resumed")

    async def on_message(self, message):
        if self.user in message.mentions and message.author != self.user:
            await message.reply(f"heard {len(message.content)}", allowed_mentions=discord.AllowedMentions.none())
            say("replied")


bot = Bot()


@bot.tree.command(name="why", description="Why")
async def why(interaction: discord.Interaction, organisation: str):
    await interaction.response.defer()
    await interaction.edit_original_response(content=f"why {organisation}", view=More(timeout=None))
    follow_up = await interaction.followup.send(embed=discord.Embed(title="Follow-up", description="text"), wait=True)
    say("answered", locale=str(interaction.locale), followUp=str(follow_up.id))


@why.autocomplete("organisation")
async def complete(interaction: discord.Interaction, current: str):
    asyncio.get_running_loop().call_later(0.05, say, "completed")
    return [app_commands.Choice(name=f"for {current}", value="departement-54")]


@bot.tree.command(name="form", description="A form")
async def form(interaction: discord.Interaction):
    await interaction.response.send_modal(Report(custom_id="report"))
    say("opened")


@bot.tree.error
async def failed(interaction, error):
    say("failed", message=repr(error))


async def main():
    loop = asyncio.get_running_loop()
    stop = loop.run_in_executor(None, sys.stdin.read)
    async with bot:
        running = asyncio.create_task(bot.start(TOKEN))
        done, _ = await asyncio.wait({running, asyncio.ensure_future(stop)}, return_when=asyncio.FIRST_COMPLETED)
        if running in done:
            say("failed", message=repr(running.exception()))


asyncio.run(main())
