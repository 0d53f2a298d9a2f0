"""IsolatedAsyncioTestCase: each test in a loop of its own."""

import asyncio
import contextvars
import inspect

from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None
        self._context = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _call_setup(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._call_async(self.asyncSetUp)

    def _call_method(self, method):
        result = self._call_maybe_async(method)
        if result is not None:
            import warnings

            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=4)

    def _call_teardown(self):
        self._call_async(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _call_cleanup(self, function, args, kwargs):
        self._call_maybe_async(function, *args, **kwargs)

    def _call_async(self, func, /, *args, **kwargs):
        return self._runner.run(func(*args, **kwargs), context=self._context)

    def _call_maybe_async(self, func, /, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._runner.run(func(*args, **kwargs), context=self._context)
        return self._context.run(func, *args, **kwargs)

    def run(self, result=None):
        self._runner = asyncio.Runner(debug=True)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None

    def debug(self):
        self._runner = asyncio.Runner(debug=True)
        try:
            super().debug()
        finally:
            self._runner.close()
            self._runner = None
