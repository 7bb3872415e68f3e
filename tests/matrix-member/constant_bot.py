#!/usr/bin/python3
"""A bot with python3-matrix-nio that answers every `!why` with a constant text: what the time to an answer is measured against."""
import asyncio
import sys

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, RoomMessageText


async def main(homeserver, user, password):
    client = AsyncClient(homeserver, user, config=AsyncClientConfig(encryption_enabled=False, max_limit_exceeded=None))
    await client.login(password)
    await client.sync(timeout=0)

    async def answer(room, event):
        if event.sender != client.user_id and event.body.startswith("!why"):
            await client.room_send(room.room_id, "m.room.message", {
                "msgtype": "m.notice", "body": "constant", "m.relates_to": {"m.in_reply_to": {"event_id": event.event_id}}})

    async def join(room, event):
        if event.membership == "invite" and event.state_key == client.user_id:
            await client.join(room.room_id)

    client.add_event_callback(answer, RoomMessageText)
    client.add_event_callback(join, InviteMemberEvent)
    print("ready", flush=True)
    await client.sync_forever(timeout=30000)


asyncio.run(main(*sys.argv[1:4]))
