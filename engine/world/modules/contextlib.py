"""Tools for with statements."""

import abc
from _types import handled_exception as _handled_exception
from functools import wraps

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir",
]


def _has_both(cls, enter, leave):
    for name in (enter, leave):
        if next((c.__dict__[name] for c in cls.__mro__ if name in c.__dict__), None) is None:
            return NotImplemented
    return True


class AbstractContextManager(abc.ABC):
    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_both(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_both(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


# ---- generators as context managers --------------------------------------------------------------------------------

class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs once: each call of a decorated function needs a new one.
        return self.__class__(self.func, self.args, self.kwds)


def _is_thrown(exc, value, ends):
    """Whether what came out of the generator is what was thrown in: itself, or, for an exception that ends an iteration,
    the RuntimeError that the generator made of it."""
    if exc is value:
        return True
    return isinstance(exc, RuntimeError) and isinstance(value, ends) and exc.__cause__ is value


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if not _is_thrown(exc, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if not _is_thrown(exc, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


# ---- small ones ----------------------------------------------------------------------------------------------------

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys

        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys

        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os

        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os

        os.chdir(self._old_cwd.pop())


# ---- stacks of exits -----------------------------------------------------------------------------------------------

def _type_text(cls):
    return f"'{cls.__module__}.{cls.__qualname__}'"


class _BaseExitStack:
    """What is to be done on leaving: (is_sync, callback), called with the exception's three parts, last one first."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        stack = type(self)()
        stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return stack

    def push(self, exit):
        cls = type(exit)
        if hasattr(cls, "__exit__"):
            self._add_exit(cls.__exit__, exit, True)
        else:
            self._exit_callbacks.append((True, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__enter__
            leave = cls.__exit__
        except AttributeError:
            raise TypeError(f"{_type_text(cls)} object does not support the context manager protocol") from None
        result = enter(cm)
        self._add_exit(leave, cm, True)
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback

    def _add_exit(self, leave, cm, is_sync):
        self._exit_callbacks.append((is_sync, lambda *details: leave(cm, *details)))

    def _fix_context(self, new_exc, old_exc, outer):
        """Makes new_exc look as if raised in nested with statements: its innermost context is the exception before it."""
        while True:
            context = new_exc.__context__
            if context is None or context is old_exc:
                return
            if context is outer:
                break
            new_exc = context
        new_exc.__context__ = old_exc


class _Unwinding:
    """The state of leaving a stack: the exception in flight, and whether it is not the one that came in."""

    def __init__(self, stack, details):
        self.stack = stack
        self.received = details[0] is not None
        self.details = details
        self.outer = _handled_exception()
        self.suppressed = False
        self.pending = False

    def done(self, suppresses):
        if suppresses:
            self.suppressed = True
            self.pending = False
            self.details = (None, None, None)

    def raised(self, exc):
        self.stack._fix_context(exc, self.details[1], self.outer)
        self.pending = True
        self.details = (type(exc), exc, exc.__traceback__)

    def finish(self):
        if self.pending:
            # Raising sets the context anew: what it should be is put back.
            exc = self.details[1]
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return self.received and self.suppressed


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        state = _Unwinding(self, exc_details)
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                state.done(leave(*state.details))
            except BaseException as exc:
                state.raised(exc)
        return state.finish()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__aenter__
            leave = cls.__aexit__
        except AttributeError:
            raise TypeError(f"{_type_text(cls)} object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._add_exit(leave, cm, False)
        return result

    def push_async_exit(self, exit):
        cls = type(exit)
        if hasattr(cls, "__aexit__"):
            self._add_exit(cls.__aexit__, exit, False)
        else:
            self._exit_callbacks.append((False, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        state = _Unwinding(self, exc_details)
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                state.done(leave(*state.details) if is_sync else await leave(*state.details))
            except BaseException as exc:
                state.raised(exc)
        return state.finish()
