"""Agents: a core that runs their methods in greenlets, and subsystems through which they talk.

All agents of a program live on one platform, inside the program. A class of an agent that the script defines and does
not start itself is started when the main module has ended, as the platform would start it. The platform is stopped
when no agent has anything left to do, or after a minute of its own time.
"""

import logging

import gevent
from gevent.event import AsyncResult, Event

from volttron.platform.vip.agent.core import Core, Periodic, _Platform, _platform
from volttron.platform.vip.agent.errors import Unreachable, VIPError
from volttron.platform.vip.agent.subsystems import PubSub, RPC, _Subsystems

__all__ = ["Agent", "BasicAgent", "Core", "RPC", "PubSub", "VIPError", "Unreachable", "build_agent"]


class Agent:
    Subsystems = _Subsystems

    def __init__(self, identity=None, address=None, context=None, publickey=None, secretkey=None, serverkey=None,
                 **kwargs):
        self.core = Core(self, identity)
        self.vip = _Subsystems(self, self.core)
        self.core.setup()
        self.vip.rpc.export(self.core.version, "agent.version")


class BasicAgent:
    def __init__(self, **kwargs):
        self.core = Core(self, None)
        self.core.setup()


def build_agent(address=None, identity=None, agent_class=Agent, timeout=10, **kwargs):
    agent = agent_class(identity=identity, **kwargs)
    event = Event()
    gevent.spawn(agent.core.run, event)
    event.wait(timeout=timeout)
    return agent


def _start_what_is_defined(main):
    """Agents' classes of the main module, in order, if no agent was ever started."""
    if _platform.has_started:
        return
    mine = [value for value in list(vars(main).values())
            if isinstance(value, type) and issubclass(value, (Agent, BasicAgent)) and value.__module__ == "__main__"]
    mine = [cls for cls in mine if not any(cls is not other and issubclass(other, cls) for other in mine)]
    made = [value for value in list(vars(main).values()) if isinstance(value, (Agent, BasicAgent))]
    _platform.run(made or [cls() for cls in mine])


import _afterwards

_afterwards.register(_start_what_is_defined)
