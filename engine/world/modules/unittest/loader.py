"""Finding tests."""

import functools
import traceback
from fnmatch import fnmatchcase
from types import FunctionType, ModuleType

from unittest.case import FunctionTestCase, TestCase
from unittest.suite import TestSuite


class _FailedTest(TestCase):
    """Stands for what could not be loaded: fails with the error."""

    def __init__(self, method_name, exception):
        self._exception = exception
        self._testMethodName = method_name
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(name)

        def failing():
            raise self._exception

        return failing


def _compare(a, b):
    return (a > b) - (a < b)


class TestLoader:
    """Makes suites of classes, modules and names."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(_compare)
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        # What could not be loaded, as text.
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods in order."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return self.testNamePatterns is None or any(fnmatchcase(full, each) for each in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of the class's tests."""
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of the tests of the module's classes, or what its load_tests makes of it."""
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return suite
        try:
            return load_tests(self, suite, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, f"Failed to call load_tests:\n{traceback.format_exc()}")

    def _failed(self, name, error, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, error),))

    def loadTestsFromName(self, name, module=None):
        """A suite of what a name with dots stands for: a module, a class, a method, or what makes a test when called."""
        parts = name.split(".")
        unfound = None
        if module is None:
            left = parts[:]
            while module is None:
                module_name = ".".join(left)
                try:
                    module = __import__(module_name)
                except ImportError:
                    part = left.pop()
                    message = f"Failed to import test module: {part}\n{traceback.format_exc()}"
                    unfound = part, ImportError(message), message
                    if not left:
                        return self._failed(*unfound)
            parts = parts[1:]
        parent, found = None, module
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                if getattr(found, "__path__", None) is not None and unfound is not None:
                    return self._failed(*unfound)
                return self._failed(part, error, f"Failed to access attribute:\n{traceback.format_exc()}")
        return self._suite_of(found, parent, parts)

    def _suite_of(self, found, parent, parts):
        if isinstance(found, ModuleType):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            test = parent(parts[-1])
            # A static method is called for a test, as any function is.
            if not isinstance(getattr(test, parts[-1]), FunctionType):
                return self.suiteClass([test])
        elif isinstance(found, TestSuite):
            return found
        if not callable(found):
            raise TypeError(f"don't know how to make test from: {found}")
        test = found()
        if isinstance(test, TestSuite):
            return test
        if isinstance(test, TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {found} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        """A suite of suites, one for each name."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        raise PermissionError("unittest discovery is not available in the sandbox: there are no files")


defaultTestLoader = TestLoader()
