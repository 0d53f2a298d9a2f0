"""An agent that runs a loop of asyncio holds its other greenlets; create_task() of a method that was not called."""
import asyncio
import time
from volttron.platform.vip.agent import Agent, Core


class SocketAgent(Agent):
    @Core.receiver("onstart")
    def onstart(self, sender, **kwargs):
        self.core.periodic(1, self.beat)
        self.core.spawn_later(0.5, self._start_asyncio_loop)

    def beat(self):
        print(f"{time.time() - 1704067200:.1f} beat")

    def _start_asyncio_loop(self):
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.create_task(self.handler)
        except TypeError as error:
            print(str(error).split(" at 0x")[0])
        print(f"{time.time() - 1704067200:.1f} loop starts")
        loop.run_until_complete(self.handler())
        print(f"{time.time() - 1704067200:.1f} loop ends")
        self.core.spawn_later(1.2, self.core.stop)

    async def handler(self):
        for i in range(3):
            print("handler", i)
            await asyncio.sleep(1)

# What it prints:
#=> 0.0 beat
#=> a coroutine was expected, got <bound method SocketAgent.handler of <__main__.SocketAgent object
#=> 0.5 loop starts
#=> handler 0
#=> handler 1
#=> handler 2
#=> 3.5 loop ends
#=> 3.5 beat
#=> 3.5 beat
#=> 4.5 beat
