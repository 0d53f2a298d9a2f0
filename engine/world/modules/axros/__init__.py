"""axros: nodes of ROS on asyncio. Nodes of a program find each other by the names of topics and services.

A message reaches the subscribers as tasks of the loop, in its next turn. What a publisher announced decides: another
type of message is an error at the line that publishes it.
"""

import asyncio
import sys

from axros import util
from axros.exceptions import (
    AlreadySetup,
    AxrosException,
    InvalidServiceResponse,
    NotSetup,
    ServiceError,
    TopicAlreadyAdvertised,
    XMLRPCException,
)
from axros.util import cancellableInlineCallbacks, wrap_time_notice, wrap_timeout
from std_msgs._message import Duration as _RosDuration, Message, Time as _RosTime

__all__ = ["NodeHandle", "Publisher", "Subscriber", "Service", "ServiceClient", "util", "AxrosException", "NotSetup",
           "ServiceError", "wrap_timeout", "wrap_time_notice"]

# Who has announced or wants which topic; the part of a ROS master in a program that has all nodes within.
_subscribers = {}
_publishers = {}
_services = {}
_parameters = {}


class NodeHandle:
    def __init__(self, namespace="/", name="node", addr="localhost", master_uri="http://localhost:11311", remappings=None):
        self._ns = namespace if namespace.endswith("/") else namespace + "/"
        self._name = self._ns + name
        self.master_uri = master_uri
        self._addr = addr
        self._running = False
        self._publishers = []
        self._subscribers = []
        self._services = []
        self.shutdown_callbacks = set()

    @classmethod
    def from_argv_with_remaining(cls, default_name, argv=None, anonymous=False, *, always_default_name=False):
        name = default_name
        if anonymous:
            name += "_" + "1000"
        return cls("/", name), list(sys.argv if argv is None else argv)

    @classmethod
    def from_argv(cls, *args, **kwargs):
        return cls.from_argv_with_remaining(*args, **kwargs)[0]

    def __repr__(self):
        return f"<axros.NodeHandle at 0x{id(self):0x}, name={self._name} running={self._running}>"

    __str__ = __repr__

    # ---- setup and shutdown

    async def setup(self):
        if self._running:
            raise AlreadySetup(self, self)
        self._running = True
        await asyncio.sleep(0)

    async def shutdown(self):
        if not self._running:
            return
        for each in self._publishers + self._subscribers + self._services:
            if each.is_running():
                await each.shutdown()
        self._running = False
        for callback in list(self.shutdown_callbacks):
            result = callback()
            if asyncio.iscoroutine(result):
                await result
        await asyncio.sleep(0)

    async def __aenter__(self):
        await self.setup()
        return self

    async def __aexit__(self, *exc):
        await self.shutdown()

    def is_running(self):
        return self._running

    is_setup = is_running

    def get_name(self):
        return self._name

    def is_shutdown(self):
        return not self._running

    def resolve_name(self, name):
        if name.startswith("/"):
            return name
        return self._name + "/" + name[1:] if name.startswith("~") else self._ns + name

    resolve_name_without_remapping = resolve_name

    # ---- time

    def get_time(self):
        return _RosTime.from_sec(asyncio.get_running_loop().time())

    def sleep(self, duration):
        """Seconds or a Duration; something to await."""
        seconds = duration.to_sec() if isinstance(duration, _RosTime) else duration
        return asyncio.create_task(asyncio.sleep(seconds), name=f"sleep({seconds})")

    def sleep_until(self, time):
        until = time.to_sec() if isinstance(time, _RosTime) else time
        return self.sleep(max(0, until - asyncio.get_running_loop().time()))

    # ---- topics and services

    def advertise(self, topic, message_type, latching=False):
        made = Publisher(self, topic, message_type, latching)
        self._publishers.append(made)
        return made

    def subscribe(self, name, message_type, callback=None):
        made = Subscriber(self, name, message_type, callback)
        self._subscribers.append(made)
        return made

    def advertise_service(self, name, service_type, callback):
        made = Service(self, name, service_type, callback)
        self._services.append(made)
        return made

    def get_service_client(self, name, service_type):
        return ServiceClient(self, name, service_type)

    # ---- parameters

    async def get_param(self, key):
        await asyncio.sleep(0)
        try:
            return _parameters[self.resolve_name(key)]
        except KeyError:
            raise XMLRPCException(f'Parameter [{self.resolve_name(key)}] is not set') from None

    async def set_param(self, key, value):
        await asyncio.sleep(0)
        _parameters[self.resolve_name(key)] = value

    async def has_param(self, key):
        await asyncio.sleep(0)
        return self.resolve_name(key) in _parameters

    async def delete_param(self, key):
        await asyncio.sleep(0)
        _parameters.pop(self.resolve_name(key), None)

    async def get_param_names(self):
        await asyncio.sleep(0)
        return list(_parameters)


class _Part:
    """Of a node: what is set up and shut down with it."""

    def __init__(self, node, name, message_type):
        self._node_handle = node
        self._name = node.resolve_name(name)
        self._type = self.message_type = message_type
        self._running = False

    def is_running(self):
        return self._running

    def __repr__(self):
        return (f"<axros.{type(self).__name__} at 0x{id(self):0x}, name={self._name} running={self._running} "
                f"message_type={self._type} node_handle={self._node_handle}>")

    __str__ = __repr__

    async def __aenter__(self):
        await self.setup()
        return self

    async def __aexit__(self, *exc):
        await self.shutdown()

    async def setup(self):
        if not self._node_handle._running:
            raise NotSetup(self, self._node_handle)
        if self._running:
            raise AlreadySetup(self, self._node_handle)
        self._running = True
        self._join()
        await asyncio.sleep(0)

    async def shutdown(self):
        if self._running:
            self._running = False
            self._leave()
            await asyncio.sleep(0)


class Publisher(_Part):
    def __init__(self, node, name, message_type, latching=False):
        super().__init__(node, name, message_type)
        self._latching = latching
        self.last_message = None

    def _join(self):
        _publishers.setdefault(self._name, []).append(self)

    def _leave(self):
        _publishers[self._name].remove(self)

    def publish(self, msg):
        """To all subscribers; they get it in the loop's next turn."""
        if not isinstance(msg, self._type):
            raise TypeError(f"Cannot publish message of type {type(msg)} on {self._name} publisher, "
                            f"which only accepts {self._type}.")
        if not self._running:
            raise NotSetup(self, self._node_handle)
        msg._check_types()
        self.last_message = msg
        for each in list(_subscribers.get(self._name, ())):
            each._deliver(self, msg)

    def get_connections(self):
        return [each._node_handle._name for each in _subscribers.get(self._name, ())]

    getNumConnections = lambda self: len(self.get_connections())


class Subscriber(_Part):
    def __init__(self, node, name, message_type, callback=None):
        super().__init__(node, name, message_type)
        self._callback = callback
        self._waiting = []
        self._last_message = None
        self._last_message_time = None

    def _join(self):
        _subscribers.setdefault(self._name, []).append(self)
        for publisher in _publishers.get(self._name, ()):
            if publisher._latching and publisher.last_message is not None:
                self._deliver(publisher, publisher.last_message)

    def _leave(self):
        _subscribers[self._name].remove(self)
        for each in self._waiting:
            each.cancel()
        self._waiting.clear()

    def _deliver(self, publisher, msg):
        if publisher._type is not self._type:
            return  # ROS connects nobody whose types differ
        asyncio.get_running_loop().call_soon(self._got, msg)

    def _got(self, msg):
        if not self._running:
            return
        self._last_message = msg
        self._last_message_time = self._node_handle.get_time()
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if not each.done():
                each.set_result(msg)
        if self._callback is not None:
            self._callback(msg)

    def get_next_message(self):
        """The message that comes next, to await."""
        if not self._running:
            raise NotSetup(self, self._node_handle)
        future = asyncio.get_running_loop()._io_future("queue get")
        self._waiting.append(future)
        return future

    def get_last_message(self):
        return self._last_message

    def get_last_message_time(self):
        return self._last_message_time

    def get_connections(self):
        return [each._node_handle._name for each in _publishers.get(self._name, ())]

    def recently_read(self, *, seconds=1):
        last = self._last_message_time
        return last is not None and asyncio.get_running_loop().time() - last.to_sec() <= seconds


class Service(_Part):
    def __init__(self, node, name, service_type, callback):
        super().__init__(node, name, service_type)
        self._callback = callback

    def _join(self):
        _services[self._name] = self

    def _leave(self):
        _services.pop(self._name, None)


class ServiceClient:
    def __init__(self, node, name, service_type):
        self._node_handle = node
        self._name = node.resolve_name(name)
        self._type = service_type

    def __repr__(self):
        return f"<axros.ServiceClient name={self._name} service_type={self._type} node_handle={self._node_handle}>"

    async def __call__(self, req):
        await asyncio.sleep(0)
        service = _services.get(self._name)
        if service is None:
            raise XMLRPCException(f"unknown service [{self._name}]")
        try:
            result = service._callback(req)
            return await result if asyncio.iscoroutine(result) else result
        except Exception as error:
            raise ServiceError(str(error)) from None

    async def wait_for_service(self):
        while self._name not in _services:
            await asyncio.sleep(0.1)
