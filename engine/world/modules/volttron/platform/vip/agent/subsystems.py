"""vip.rpc, vip.pubsub and the smaller subsystems."""

import gevent
from gevent.event import AsyncResult

from volttron.platform.jsonrpc import MethodNotFound, RemoteError
from volttron.platform.vip.agent.core import _mark, _platform
from volttron.platform.vip.agent.errors import Unreachable


def _later(function, *args, **kwargs):
    """The answer comes from a greenlet of the platform, not from the caller's."""
    result = AsyncResult()

    def answer():
        try:
            result.set(function(*args, **kwargs))
        except Exception as error:
            result.set_exception(error)

    answer.__name__ = getattr(function, "__name__", "answer")
    gevent.spawn(answer)
    return result


def _marked(agent, name):
    for attribute in dir(type(agent)):
        marks = getattr(getattr(type(agent), attribute, None), "_volttron_marks", None)
        for mark in (marks or {}).get(name, ()):
            yield getattr(agent, attribute), mark


class RPC:
    def __init__(self, agent, core):
        self._methods = {}
        self.context = self
        self._peer = None
        for method, name in _marked(agent, "rpc.exports"):
            self._methods[name or method.__name__] = method

    @staticmethod
    def export(name=None):
        if callable(name):
            _mark(name, "rpc.exports", None)
            return name

        def decorate(method):
            _mark(method, "rpc.exports", name)
            return method

        return decorate

    @staticmethod
    def allow(capabilities=None):
        return lambda method: method

    def _add(self, method, name=None):
        self._methods[name or method.__name__] = method
        return method

    @property
    def vip_message(self):
        return self._peer

    def call(self, peer, method, *args, **kwargs):
        """The answer, as something to get()."""
        return _later(self._dispatch, peer, method, args, kwargs)

    def notify(self, peer, method, *args, **kwargs):
        _later(self._dispatch, peer, method, args, kwargs)

    def _dispatch(self, peer, method, args, kwargs):
        agent = _platform.agents.get(peer)
        if agent is None:
            raise Unreachable(113, "No route to host", peer, "RPC")
        found = agent.vip.rpc._methods.get(method)
        if found is None:
            raise MethodNotFound(-32601, "method not found")
        try:
            return found(*args, **kwargs)
        except Exception as error:
            raise RemoteError(f"{type(error).__module__}.{type(error).__name__}({str(error)!r})",
                              exc_info={"exc_type": type(error).__name__, "exc_args": error.args}) from None


_subscriptions = []


class PubSub:
    def __init__(self, agent, core):
        self._core = core
        for method, (peer, prefix) in _marked(agent, "pubsub.subscriptions"):
            core.onstart.connect(lambda sender, p=prefix, call=method, **kw: self.subscribe("pubsub", p, call))

    @classmethod
    def subscribe(cls, peer, prefix="", bus="", all_platforms=False, persistent_queue=None):
        def decorate(method):
            _mark(method, "pubsub.subscriptions", (peer, prefix))
            return method

        return decorate

    subscribe_by_tags = subscribe

    def _subscribe(self, peer, prefix, callback, bus="", all_platforms=False, persistent_queue=None):
        _subscriptions.append((prefix, callback))
        return _later(bool, True)

    def unsubscribe(self, peer, prefix, callback, bus="", all_platforms=False):
        for each in list(_subscriptions):
            if (prefix is None or each[0] == prefix) and (callback is None or each[1] == callback):
                _subscriptions.remove(each)
        return _later(bool, True)

    def publish(self, peer, topic, headers=None, message=None, bus=""):
        """To all whose prefix the topic begins with. The answer: how many they are."""
        headers = {"min_compatible_version": "3.0", "max_compatible_version": "", **(headers or {})}
        return _later(self._deliver, topic, headers, message, bus)

    def _deliver(self, topic, headers, message, bus):
        receivers = [callback for prefix, callback in _subscriptions if topic.startswith(prefix)]
        for callback in receivers:
            gevent.spawn(callback, "pubsub", self._core.identity, bus, topic, headers, message)
        return len(receivers)

    def list(self, peer, prefix="", bus="", subscribed=True, reverse=False, all_platforms=False):
        return _later(lambda: [(bus, prefix, True) for prefix, _ in _subscriptions])


class _Heartbeat:
    def __init__(self, agent, core):
        self._agent = agent
        self._core = core

    def start(self, period=60):
        if self._agent.vip.heartbeat_greenlet is None:
            self._agent.vip.heartbeat_greenlet = self._core.periodic(period, self.publish)

    start_with_period = start
    set_period = restart = start

    def stop(self):
        if self._agent.vip.heartbeat_greenlet is not None:
            self._agent.vip.heartbeat_greenlet.kill(block=False)
            self._agent.vip.heartbeat_greenlet = None

    def publish(self):
        self._agent.vip.pubsub.publish("pubsub", f"heartbeat/{self._core.identity}", message="GOOD")


class _Health:
    def __init__(self, agent, core):
        self._status = ("GOOD", None)

    def set_status(self, status, context=None):
        self._status = (status, context)

    def get_status(self):
        return {"status": self._status[0], "context": self._status[1]}

    def send_alert(self, alert_key, statusobj):
        pass


class _Configuration:
    """Configurations by name; those who subscribed hear of each when the agent starts, and of changes."""

    def __init__(self, agent, core):
        self._defaults = {}
        self._stored = {}
        self._callbacks = []
        core.onstart.connect(self._tell_all)

    def set_default(self, config_name, contents):
        self._defaults[config_name] = contents

    def get(self, config_name="config"):
        if config_name in self._stored:
            return self._stored[config_name]
        return self._defaults[config_name]

    def list(self):
        return sorted({*self._defaults, *self._stored})

    def set(self, config_name, contents, trigger_callback=False, send_update=True):
        action = "UPDATE" if config_name in self._stored or config_name in self._defaults else "NEW"
        self._stored[config_name] = contents
        if trigger_callback:
            self._tell(config_name, action)

    def delete(self, config_name, trigger_callback=False, send_update=True):
        del self._stored[config_name]

    def subscribe(self, callback, actions=("NEW", "UPDATE", "DELETE"), pattern="*"):
        actions = (actions,) if isinstance(actions, str) else tuple(actions)
        self._callbacks.append((callback, actions, pattern))

    def _tell_all(self, sender, **kwargs):
        for name in self.list():
            self._tell(name, "NEW")

    def _tell(self, name, action):
        from fnmatch import fnmatch

        for callback, actions, pattern in self._callbacks:
            if action in actions and fnmatch(name, pattern):
                callback(name, action, self.get(name))


class _Subsystems:
    """What agents know as self.vip."""

    def __init__(self, agent, core):
        self.heartbeat_greenlet = None
        self.rpc = RPC(agent, core)
        self.rpc.export = self.rpc._add
        self.pubsub = PubSub(agent, core)
        self.pubsub.subscribe = self.pubsub._subscribe
        self.heartbeat = _Heartbeat(agent, core)
        self.health = _Health(agent, core)
        self.config = _Configuration(agent, core)
        core.configure = self.config.subscribe
        _platform.add(agent)

    def ping(self, peer, *args):
        if peer and peer not in _platform.agents:
            raise Unreachable(113, "No route to host", peer, "ping")
        return _later(lambda: list(args))

    def hello(self, peer=""):
        return _later(lambda: ["1.0", "", peer])

    def peerlist(self):
        return _later(lambda: list(_platform.agents))
