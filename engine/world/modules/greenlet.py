"""Greenlets: functions with a stack of their own. One runs until it switches to another; nothing else interrupts it."""

from _greenlet import Stack

__all__ = ["greenlet", "getcurrent", "error", "GreenletExit", "settrace", "gettrace"]


class error(Exception):
    pass


class GreenletExit(BaseException):
    """Ends a greenlet without a report. Its parent gets it as a value."""


class greenlet:
    GreenletExit = GreenletExit
    error = error
    run = None
    _stack = None

    def __init__(self, run=None, parent=None):
        if run is not None:
            self.run = run
        self.parent = getcurrent() if parent is None else parent

    @property
    def dead(self):
        return self._stack is not None and self._stack.done

    def __bool__(self):
        return self._stack is not None and self._stack.started and not self._stack.done

    def switch(self, *args, **kwargs):
        stack = self._stack
        if stack is None:
            return self._make_stack().go((args, kwargs))
        if stack.done:
            return self._alive().switch(*args, **kwargs)
        return stack.go(_passed(args, kwargs) if stack.started else (args, kwargs))

    def throw(self, type=GreenletExit, value=None, traceback=None):
        exception = value if isinstance(value, BaseException) else type
        if not isinstance(exception, BaseException):
            exception = type() if value is None else type(value)
        if traceback is not None:
            exception = exception.with_traceback(traceback)
        if self._stack is not None and self._stack.done:
            if isinstance(exception, GreenletExit):
                return self._alive().switch(exception)
            return self._alive().throw(exception)
        return (self._stack or self._make_stack()).go(None, exception)

    def _make_stack(self):
        if not callable(self.run):
            raise AttributeError("run")
        self._stack = Stack(self._boot, self._title())
        self._stack.set_owner(self)
        return self._stack

    def _boot(self):
        stack = self._stack
        try:
            args, kwargs = stack.take() or ((), {})  # nothing is passed where the machine switches to a hub
            return self.run(*args, **kwargs)
        except GreenletExit as exit:
            return exit
        finally:
            stack.set_next(self.parent._alive()._stack)

    def _alive(self):
        """The nearest ancestor that can be switched to."""
        found = self
        while found._stack is not None and found._stack.done:
            found = found.parent
        if found._stack is None:
            found._make_stack()
        return found

    def _title(self):
        """What its lane is called on a timeline."""
        return getattr(self.run, "__name__", "greenlet")

    def __repr__(self):
        cls = type(self)
        state = "dead" if self.dead else "active started" if self else "pending"
        if self is getcurrent():
            state = "current active started"
        if self.parent is None:
            state += " main"
        return f"<{cls.__module__}.{cls.__qualname__} object at {id(self):#x} (otid={id(self._stack):#x}) {state}>"


def _passed(args, kwargs):
    """What switch() returns on the other side."""
    if kwargs:
        return (args, kwargs) if args else kwargs
    return args[0] if len(args) == 1 else args


def getcurrent():
    stack = Stack.current()
    if stack.owner is None:
        main = greenlet.__new__(greenlet)
        main.parent = None
        main._stack = stack
        stack.set_owner(main)
    return stack.owner


greenlet.getcurrent = staticmethod(getcurrent)


def settrace(callback):
    return None


def gettrace():
    return None
