"""The core of an agent: when its methods run. Each runs in a greenlet of its own; one that blocks holds all others."""

import logging
import types

import gevent
from gevent.event import Event

_log = logging.getLogger("volttron.platform.vip.agent.core")


class Signal:
    """Calls its receivers, each in a greenlet, and waits for them."""

    def __init__(self):
        self._receivers = []

    def connect(self, receiver, owner=None):
        self._receivers.append(receiver)

    def disconnect(self, receiver):
        self._receivers.remove(receiver)

    def send(self, sender, **kwargs):
        started = [gevent.spawn(receiver, sender, **kwargs) for receiver in list(self._receivers)]
        gevent.joinall(started)
        return started


class Periodic:
    """Calls a method again and again. A call that takes longer than the period delays the next one."""

    def __init__(self, period, args=None, kwargs=None, wait=0):
        assert period > 0
        self.period = period
        self.args = args or ()
        self.kwargs = kwargs or {}
        self.timeout = wait

    def __call__(self, method):
        _mark(method, "core.periodics", self)
        return method

    def get(self, method):
        return gevent.Greenlet(self._named(method), method)

    def _named(self, method):
        def loop(method):
            self._loop(method)

        loop.__name__ = f"every {self.period:g} s: {getattr(method, '__name__', 'call')}"
        return loop

    def _loop(self, method):
        now = gevent.get_hub().loop.time
        deadline = now()
        if self.timeout != 0:
            wait = self.timeout or self.period
            deadline += wait
            gevent.sleep(wait)
        while True:
            try:
                method(*self.args, **self.kwargs)
            except (Exception, gevent.Timeout):
                _log.exception("unhandled exception in periodic callback")
            deadline += self.period
            wait = deadline - now()
            if wait <= 0:
                deadline -= wait
                wait = 0
            gevent.sleep(wait)


class ScheduledEvent:
    def __init__(self, function, args, kwargs):
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.canceled = False
        self.finished = False

    def cancel(self):
        self.canceled = True

    def __call__(self):
        if not self.canceled:
            return self.function(*self.args, **self.kwargs)


def _mark(function, name, value):
    marks = function.__dict__.setdefault("_volttron_marks", {})
    marks.setdefault(name, []).append(value)


class Core:
    """Methods' decorators: Core.receiver("onstart"), Core.periodic(2), Core.schedule(when). The rest is per agent."""

    def __init__(self, owner, identity=None):
        self._owner = owner
        self.identity = identity or _platform.name_for(owner)
        self.onsetup = Signal()
        self.onstart = Signal()
        self.onstop = Signal()
        self.onfinish = Signal()
        self.onconnected = Signal()
        self.ondisconnected = Signal()
        self.configuration = Signal()
        self.greenlets = []
        self._stop_event = Event()
        self.running = False
        self.connected = False
        # From here on they are about this agent.
        self.periodic = self._periodic
        self.schedule = self._schedule

    def setup(self):
        """Looks for the marks that decorators left on the agent's methods."""
        periodics = []
        for name in dir(type(self._owner)):
            method = getattr(type(self._owner), name, None)
            marks = getattr(method, "_volttron_marks", None)
            if not marks:
                continue
            member = getattr(self._owner, name)
            for signal in marks.get("core.signals", ()):
                getattr(self, signal).connect(member, self._owner)
            periodics += [each.get(member) for each in marks.get("core.periodics", ())]
            for deadline, args, kwargs in marks.get("core.schedule", ()):
                self.onstart.connect(
                    lambda sender, at=deadline, call=member, a=args, k=kwargs, **kw: self.schedule(at, call, *a, **k))

        def start_periodics(sender, **kwargs):
            for each in periodics:
                self.greenlets.append(each)
                each.start()
            periodics.clear()

        self.onstart.connect(start_periodics)

    def version(self):
        return "0.1"

    # ---- decorators

    @staticmethod
    def receiver(signal):
        def decorate(method):
            _mark(method, "core.signals", signal)
            return method

        return decorate

    @staticmethod
    def periodic(period, args=None, kwargs=None, wait=0):
        return Periodic(period, args, kwargs, wait)

    @staticmethod
    def schedule(deadline, *args, **kwargs):
        def decorate(method):
            _mark(method, "core.schedule", (deadline, args, kwargs))
            return method

        return decorate

    # ---- running

    def run(self, running_event=None):
        """Until the agent is stopped."""
        _platform.has_started = True
        current = gevent.getcurrent()
        self.onsetup.send(self)
        self.connected = True
        self.running = True
        self.onconnected.send(self)
        if running_event is not None:
            running_event.set()
        self.onstart.send(self)
        try:
            self._stop_event.wait()
        finally:
            self.running = False
            self.onstop.send(self)
            for each in self.greenlets:
                each.kill(block=False)
            self.connected = False
            self.ondisconnected.send(self)
            self.onfinish.send(self)

    def stop(self, timeout=None, platform_shutdown=False):
        self._stop_event.set()

    def spawn(self, func, *args, **kwargs):
        return self._keep(gevent.spawn(func, *args, **kwargs))

    def spawn_later(self, seconds, func, *args, **kwargs):
        return self._keep(gevent.spawn_later(seconds, func, *args, **kwargs))

    def spawn_in_thread(self, func, *args, **kwargs):
        return gevent.spawn(gevent.get_hub().threadpool.apply, func, args, kwargs)

    def _keep(self, made):
        self.greenlets = [each for each in self.greenlets if not each.dead]
        self.greenlets.append(made)
        return made

    def _periodic(self, period, func, args=None, kwargs=None, wait=0):
        made = self._keep(Periodic(period, args, kwargs, wait).get(func))
        made.start()
        return made

    def _schedule(self, deadline, func, *args, **kwargs):
        """At a datetime, a timestamp, or at each time that an iterator gives."""
        event = ScheduledEvent(func, args, kwargs)
        if hasattr(deadline, "timetuple") or isinstance(deadline, (int, float)):
            times = iter([deadline])
        else:
            times = iter(deadline)

        def follow():
            import time

            for when in times:
                if hasattr(when, "timestamp"):
                    when = when.timestamp()
                gevent.sleep(max(0, when - time.time()))
                if event.canceled:
                    break
                event()
            event.finished = True

        follow.__name__ = f"scheduled: {getattr(func, '__name__', 'call')}"
        self._keep(gevent.spawn(follow))
        return event


class _Platform:
    """Where the agents of the program live."""

    LONGEST = 60

    def __init__(self):
        self.has_started = False
        self.agents = {}
        self._names = {}

    def name_for(self, agent):
        name = type(agent).__name__.lower()
        count = self._names[name] = self._names.get(name, 0) + 1
        return f"{name}_{count}"

    def add(self, agent):
        self.agents[agent.core.identity] = agent

    def run(self, agents):
        """Runs them until nothing is left to do, a minute has passed or all were stopped."""
        if not agents:
            return
        hub = gevent.get_hub()
        tasks = []
        for agent in agents:
            ready = Event()
            tasks.append(gevent.spawn(agent.core.run, ready))
            ready.wait()

        def stop():
            for agent in agents:
                agent.core.stop()

        timer = hub.loop.weak_timer(self.LONGEST, stop)
        try:
            gevent.joinall(tasks)
        except gevent.LoopExit:
            stop()
            gevent.joinall(tasks)
        except KeyboardInterrupt:
            stop()
            gevent.joinall(tasks)
        finally:
            timer.cancel()


_platform = _Platform()
