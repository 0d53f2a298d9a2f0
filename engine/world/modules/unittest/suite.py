"""Suites, and the fixtures of the classes and modules whose tests are in them."""

import sys

from unittest.case import SkipTest, TestCase, doModuleCleanups


class TestSuite:
    # Whether a test is let go of once it has run.
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self._tests if test is not None])

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={self._tests!r}>"

    def run(self, result, debug=False):
        outermost = not getattr(result, "_is_running", False)
        result._is_running = True
        for index, test in enumerate(self._tests):
            if result.shouldStop:
                break
            if isinstance(test, TestSuite):
                test.run(result)
            elif _enter_class(result, type(test)):
                test(result)
            if self._cleanup:
                self._remove(index)
        if outermost:
            _leave_class(result)
            _leave_module(result)
            result._is_running = False
        return result

    def _remove(self, index):
        test = self._tests[index]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = object.__hash__


class _ErrorHolder:
    """Stands for a fixture that failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def __str__(self):
        return self.description

    def shortDescription(self):
        return None


def _fixture(result, description, function):
    getattr(result, "_setupStdout", bool)()
    try:
        function()
        return True
    except SkipTest as e:
        result.addSkip(_ErrorHolder(description), str(e))
    except Exception as e:
        result.addError(_ErrorHolder(description), (type(e), e, e.__traceback__))
    finally:
        getattr(result, "_restoreStdout", bool)()
    return False


def _enter_class(result, cls):
    if getattr(result, "_class", None) is cls:
        return not result._class_failed
    _leave_class(result)
    module = sys.modules.get(cls.__module__)
    if getattr(result, "_module", None) is not module:
        _leave_module(result)
        result._module = module
        set_up = getattr(module, "setUpModule", None)
        result._module_failed = set_up is not None and not _fixture(result, f"setUpModule ({cls.__module__})", set_up)
    result._class = cls
    result._class_failed = result._module_failed
    if not result._module_failed and not getattr(cls, "__unittest_skip__", False):
        name = f"{cls.__module__}.{cls.__qualname__}"
        result._class_failed = not _fixture(result, f"setUpClass ({name})", cls.setUpClass)
    return not result._class_failed


def _leave_class(result):
    cls = getattr(result, "_class", None)
    result._class = None
    if cls is None:
        return
    name = f"tearDownClass ({cls.__module__}.{cls.__qualname__})"
    if not result._class_failed and not getattr(cls, "__unittest_skip__", False):
        _fixture(result, name, cls.tearDownClass)
    _fixture(result, name, cls.doClassCleanups)


def _leave_module(result):
    module = getattr(result, "_module", None)
    result._module = None
    if module is not None and not result._module_failed:
        tear_down = getattr(module, "tearDownModule", None)
        if tear_down is not None:
            _fixture(result, f"tearDownModule ({module.__name__})", tear_down)
    doModuleCleanups()
