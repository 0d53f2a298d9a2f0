"""From a worker thread back into trio's."""

import concurrent.futures
from threading import get_ident

_runners = {}


def _bind(runner):
    _runners[get_ident()] = runner


def _loop(token):
    if token is not None:
        return token._loop
    try:
        return _runners[get_ident()].loop
    except KeyError:
        raise RuntimeError("this thread wasn't created by Trio, pass kwarg trio_token=...") from None


def run_sync(fn, *args, trio_token=None):
    future = concurrent.futures.Future()

    def call():
        try:
            future.set_result(fn(*args))
        except BaseException as error:
            future.set_exception(error)

    call.__name__ = call.__qualname__ = getattr(fn, "__qualname__", "call")
    _loop(trio_token).call_soon_threadsafe(call)
    return future.result()


def run(afn, *args, trio_token=None):
    future = concurrent.futures.Future()

    async def body():
        try:
            future.set_result(await afn(*args))
        except BaseException as error:
            future.set_exception(error)

    def start():
        from trio._core import _make_task

        class _Nobody:
            def _child_ended(self, task, error):
                pass

        _make_task(owner, body, (), None, _Nobody(), None, {})

    owner = _runners[get_ident()]
    _loop(trio_token).call_soon_threadsafe(start)
    return future.result()
