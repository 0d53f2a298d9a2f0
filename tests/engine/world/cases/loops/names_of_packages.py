"""What packages show is called by the package's name; cron lines of agents."""
import datetime
import itertools
import anyio
import curio
import httpx
import trio
from volttron.platform.scheduling import cron

print(trio.Cancelled, trio.Event, anyio.WouldBlock, anyio.CancelScope, curio.errors.TaskError, httpx.AsyncClient)

async def ask():
    try:
        async with httpx.AsyncClient() as client:
            await client.get("http://nowhere.invalid/")
    except httpx.ConnectError as error:
        print(type(error), error.request.method, isinstance(error.__cause__, OSError))
    pending = client.get("http://example.com")
    print(pending.__qualname__)
    pending.close()
    try:
        await client.get("http://example.com")
    except RuntimeError as error:
        print(error)

import asyncio
asyncio.run(ask())
began = datetime.datetime(2024, 1, 1, 0, 0, 30)
for line in ("* * * * *", "*/15 8-9 * * 1-5", "0 0 1 * *", "30 12 * 2 7", "0 6 13 * 5"):
    print(line, *[when.strftime("%m-%d %H:%M") for when in itertools.islice(cron(line, began), 3)], sep=" | ")

# What it prints:
#=> <class 'trio.Cancelled'> <class 'trio.Event'> <class 'anyio.WouldBlock'> <class 'anyio.CancelScope'> <class 'curio.errors.TaskError'> <class 'httpx.AsyncClient'>
#=> <class 'httpx.ConnectError'> GET True
#=> AsyncClient.get
#=> Cannot send a request, as the client has been closed.
#=> * * * * * | 01-01 00:01 | 01-01 00:02 | 01-01 00:03
#=> */15 8-9 * * 1-5 | 01-01 08:00 | 01-01 08:15 | 01-01 08:30
#=> 0 0 1 * * | 02-01 00:00 | 03-01 00:00 | 04-01 00:00
#=> 30 12 * 2 7 | 02-04 12:30 | 02-11 12:30 | 02-18 12:30
#=> 0 6 13 * 5 | 01-05 06:00 | 01-12 06:00 | 01-13 06:00
