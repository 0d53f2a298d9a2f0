"""Suites, results, the runner and main()."""

import sys
import time

from unittest.case import TestCase, doModuleCleanups


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
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
        return sum([test.countTestCases() for test in self._tests])

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={self._tests!r}>"

    def run(self, result, debug=False):
        outermost = not getattr(result, "_is_running", False)
        result._is_running = True
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestSuite):
                test.run(result)
                continue
            if _enter_class(result, type(test)):
                test(result)
        if outermost:
            _leave_class(result)
            _leave_module(result)
            result._is_running = False
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)


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
    from unittest.case import SkipTest

    try:
        function()
        return True
    except SkipTest as e:
        result.addSkip(_ErrorHolder(description), str(e))
    except Exception as e:
        result.addError(_ErrorHolder(description), (type(e), e, e.__traceback__))
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


# ---- results ---------------------------------------------------------------------------------------------------


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False
        self.buffer = False
        self.tb_locals = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _text(self, err):
        import traceback

        return "".join(traceback.format_exception(*err))

    def _stop_if_asked(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._stop_if_asked()
        self.errors.append((test, self._text(err)))

    def addFailure(self, test, err):
        self._stop_if_asked()
        self.failures.append((test, self._text(err)))

    def _addSubTest(self, test, text, err):
        self._stop_if_asked()
        holder = _ErrorHolder(f"{test} {text}")
        kind = self.failures if issubclass(err[0], test.failureException) else self.errors
        kind.append((holder, self._text(err)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self._stop_if_asked()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")


class TextTestResult(TestResult):
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions

    def getDescription(self, test):
        first = test.shortDescription() if hasattr(test, "shortDescription") else None
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def _say(self, long, short):
        if self.showAll:
            self.stream.write(long + "\n")
        elif self.dots:
            self.stream.write(short)
        self.stream.flush()

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say("ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._say("ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say("FAIL", "F")

    def _addSubTest(self, test, text, err):
        super()._addSubTest(test, text, err)
        is_failure = issubclass(err[0], test.failureException)
        if self.showAll:
            self.stream.write(f"\n  {test} {text} ... ")
        self._say("FAIL" if is_failure else "ERROR", "F" if is_failure else "E")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write("\n")
        for kind, problems in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in problems:
                self.stream.write(f"{self.separator1}\n{kind}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self.stream.write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")
        self.stream.flush()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        stream = sys.stderr if self.stream is None else self.stream
        result = self.resultclass(stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        (test if isinstance(test, TestSuite) else TestSuite([test]))(result)
        result.stopTestRun()
        taken = time.perf_counter() - start
        result.printErrors()
        run = result.testsRun
        stream.write(f"{TextTestResult.separator2}\nRan {run} test{'s' if run != 1 else ''} in {taken:.3f}s\n\n")
        infos = []
        if result.wasSuccessful():
            stream.write("OK")
        else:
            stream.write("FAILED")
            for name, problems in (("failures", result.failures), ("errors", result.errors)):
                if problems:
                    infos.append(f"{name}={len(problems)}")
        for name, found in (("skipped", result.skipped), ("expected failures", result.expectedFailures),
                            ("unexpected successes", result.unexpectedSuccesses)):
            if found:
                infos.append(f"{name}={len(found)}")
        stream.write(f" ({', '.join(infos)})\n" if infos else "\n")
        stream.flush()
        return result


# ---- loading ---------------------------------------------------------------------------------------------------


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted([name for name in dir(testCaseClass)
                       if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item.__module__ == module.__name__:
                tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return load_tests(self, suite, pattern) if load_tests is not None else suite

    def loadTestsFromName(self, name, module=None):
        found = module if module is not None else sys.modules["__main__"]
        parts = name.split(".")
        if module is None and parts[0] == "__main__":
            parts = parts[1:]
        parent = None
        for part in parts:
            parent, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        return found()

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        raise PermissionError("unittest discovery is not available in the sandbox: there are no files")


defaultTestLoader = TestLoader()


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        module = sys.modules[module] if isinstance(module, str) else module
        arguments = (sys.argv if argv is None else argv)[1:]
        if "-v" in arguments or "--verbose" in arguments:
            verbosity = 2
        names = [each for each in arguments if not each.startswith("-")]
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        runner = testRunner(verbosity=verbosity, failfast=bool(failfast)) if isinstance(testRunner, type) else testRunner
        self.result = runner.run(test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
