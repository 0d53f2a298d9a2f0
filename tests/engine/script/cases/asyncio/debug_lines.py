# asyncio's own debug lines, for who has set logging up to see them.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")


async def nothing():
    print("running")


asyncio.run(nothing())
asyncio.run(nothing(), debug=True)
loop = asyncio.new_event_loop()
loop.close()
loop = asyncio.SelectorEventLoop()
loop.set_debug(True)
loop.close()
loop.close()
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(nothing(), debug=True)
#=> DEBUG asyncio Using selector: EpollSelector
#=> running
#=> DEBUG asyncio Using selector: EpollSelector
#=> running
#=> DEBUG asyncio Close <_UnixSelectorEventLoop running=False closed=False debug=True>
#=> DEBUG asyncio Using selector: EpollSelector
#=> DEBUG asyncio Using selector: EpollSelector
#=> DEBUG asyncio Close <_UnixSelectorEventLoop running=False closed=False debug=True>
#=> running
