"""An agent that the platform starts: signals, greenlets, periodic calls, messages, calls."""
import asyncio
import gevent
from volttron.platform.vip.agent import Agent, Core, PubSub, RPC
from volttron.platform.agent import utils

utils.setup_logging(level=50)


class Counter(Agent):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.count = 0

    @Core.receiver("onsetup")
    def setup(self, sender, **kwargs):
        print("setup")

    @Core.receiver("onstart")
    def starting(self, sender, **kwargs):
        print("start", sender.identity)
        self.vip.pubsub.subscribe("pubsub", "devices/", self.on_message).get(timeout=5)
        self.core.spawn(self.work, "a")
        self.core.spawn_later(1.5, self.work, "late")
        self.worker = self.core.periodic(1, self.tick, wait=0.5)

    def work(self, name):
        for i in range(3):
            print("work", name, i)
            gevent.sleep(0.4)

    def tick(self):
        self.count += 1
        self.vip.pubsub.publish("pubsub", "devices/count", message=self.count)
        if self.count == 4:
            self.core.stop()

    def on_message(self, peer, sender, bus, topic, headers, message):
        print("message", topic, message, sender)

    @Core.periodic(2)
    def every_two(self):
        print("every two", self.vip.rpc.call(self.core.identity, "add", 1, self.count).get(timeout=1))

    @RPC.export
    def add(self, a, b):
        return a + b

    @Core.receiver("onstop")
    def stopping(self, sender, **kwargs):
        print("stop")

# What it prints:
#=> setup
#=> start counter_1
#=> work a 0
#=> every two 1
#=> work a 1
#=> message devices/count 1 counter_1
#=> work a 2
#=> work late 0
#=> message devices/count 2 counter_1
#=> work late 1
#=> every two 3
#=> work late 2
#=> message devices/count 3 counter_1
#=> message devices/count 4 counter_1
#=> stop
