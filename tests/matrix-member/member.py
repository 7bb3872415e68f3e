#!/usr/bin/python3
"""A member of a room, with python3-matrix-nio: told what to do by JSON lines on standard input, it tells what its client sees by JSON lines on standard output.

Commands: {"id": n, "do": ...} with
  create   name, invite [users], direct, encrypted, version      -> room
  send     room, content [, type]                                -> event
  redact   room, event                                           -> event
  invite   room, user                                            -> {}
  join     room                                                  -> {}
  leave    room                                                  -> {}
  upload   name, mime, text                                      -> address
Every command is answered by {"id": n, ...} or {"id": n, "error": ...}; every event of a room is told as {"room": ..., "seen": {the event}}, every
invitation as {"room": ..., "invited": {the event}}.
"""
import asyncio
import io
import json
import sys

from nio import AsyncClient, AsyncClientConfig, Event, InviteMemberEvent, RoomCreateError, RoomPreset, SyncError


def say(**line):
    print(json.dumps(line), flush=True)


async def create(client, order):
    state = []
    if order.get("encrypted"):
        state.append({"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}})
    answer = await client.room_create(
        name=order.get("name"), invite=order.get("invite", []), is_direct=order.get("direct", False), room_version=order.get("version"),
        preset=RoomPreset.trusted_private_chat if order.get("direct") else RoomPreset.private_chat, initial_state=state)
    if isinstance(answer, RoomCreateError):
        raise RuntimeError(answer.message)
    return {"room": answer.room_id}


async def send(client, order):
    # Straight to the API: nio would encrypt, or refuse to, in a room that is encrypted.
    from nio import Api, RoomSendResponse
    from uuid import uuid4
    method, path, data = Api.room_send(client.access_token, order["room"], order.get("type", "m.room.message"), order["content"], uuid4())
    answer = await client._send(RoomSendResponse, method, path, data, response_data=(order["room"],))
    return {"event": answer.event_id}


async def redact(client, order):
    answer = await client.room_redact(order["room"], order["event"])
    return {"event": answer.event_id}


async def invite(client, order):
    await client.room_invite(order["room"], order["user"])
    return {}


async def join(client, order):
    await client.join(order["room"])
    return {}


async def upload(client, order):
    content = order["text"].encode()
    answer, _ = await client.upload(io.BytesIO(content), content_type=order["mime"], filename=order["name"], filesize=len(content))
    return {"address": answer.content_uri}


async def leave(client, order):
    await client.room_leave(order["room"])
    return {}


ORDERS = {"create": create, "send": send, "redact": redact, "invite": invite, "join": join, "leave": leave, "upload": upload}


async def obey(client):
    lines = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        order = json.loads(line)
        try:
            say(id=order["id"], **await ORDERS[order["do"]](client, order))
        except Exception as fault:  # told to the test, which fails with it
            say(id=order["id"], error=f"{type(fault).__name__}: {fault}")


async def main(homeserver, user, password):
    client = AsyncClient(homeserver, user, config=AsyncClientConfig(encryption_enabled=False, max_limit_exceeded=None, request_timeout=60))
    await client.login(password, device_name="member")
    client.add_event_callback(lambda room, event: say(room=room.room_id, seen=event.source), Event)
    client.add_event_callback(lambda room, event: say(room=room.room_id, invited=event.source), InviteMemberEvent)
    client.add_response_callback(lambda error: say(fault=str(error)), SyncError)
    # nio does not fetch what a short timeline leaves out, and these tests count every event.
    long = {"room": {"timeline": {"limit": 1000}}}
    await client.sync(timeout=0, full_state=True, sync_filter=long)
    say(ready=client.user_id)
    listening = asyncio.create_task(client.sync_forever(timeout=30000, sync_filter=long))
    await obey(client)
    listening.cancel()
    await client.close()


asyncio.run(main(*sys.argv[1:4]))
