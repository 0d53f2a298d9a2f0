"""TestCase and its assertions."""

import contextlib

from unittest import _differences
from unittest._run import _NO_MESSAGE, SkipTest, _Run, _ShouldStop, _SubTest


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            import functools

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and hasattr(reason, "__name__") and not isinstance(reason, str):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(cm):
    value = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return value




class _Raises:
    """What assertRaises and its relatives give without a callable."""

    def __init__(self, case, expected, pattern=None, msg=None):
        self._case = case
        self.expected = expected
        self._pattern = pattern
        self._msg = msg
        self._by = None  # what was called
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            names = self.expected
            name = names.__name__ if isinstance(names, type) else str(names)
            by = f" by {self._by}" if self._by else ""
            raise self._case.failureException(self._case._formatMessage(self._msg, f"{name} not raised{by}"))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        self._case._check_pattern(self._pattern, str(exc_value), self._msg)
        return True


class _Warns:
    def __init__(self, case, expected, pattern=None, msg=None):
        self._case = case
        self.expected = expected
        self._pattern = pattern
        self._msg = msg
        self._by = None

    def __enter__(self):
        import warnings

        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        import re

        for each in self.warnings:
            if not isinstance(each.message, self.expected):
                continue
            if self._pattern is not None and not re.search(self._pattern, str(each.message)):
                continue
            self.warning = each.message
            self.filename = each.filename
            self.lineno = each.lineno
            return
        name = getattr(self.expected, "__name__", str(self.expected))
        by = f" by {self._by}" if self._by else ""
        raise self._case.failureException(self._case._formatMessage(self._msg, f"{name} not triggered{by}"))


class _Logs:
    def __init__(self, case, logger, level, no_logs):
        import logging

        self._case = case
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self._no_logs = no_logs

    def __enter__(self):
        import logging

        log = self
        self.records = []
        self.output = []

        class Keeper(logging.Handler):
            def emit(self, record):
                log.records.append(record)
                log.output.append(self.format(record))

        keeper = Keeper()
        keeper.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        keeper.setLevel(self._level)
        self._old = self._logger.handlers[:], self._logger.level, self._logger.propagate
        self._logger.handlers = [keeper]
        self._logger.setLevel(self._level)
        self._logger.propagate = False
        return None if self._no_logs else self

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        self._logger.handlers, level, self._logger.propagate = self._old
        self._logger.setLevel(level)
        if exc_type is not None:
            return False
        if self._no_logs and self.records:
            raise self._case.failureException(f"Unexpected logs found: {self.output!r}")
        if not self._no_logs and not self.records:
            raise self._case.failureException(f"no logs of level {logging.getLevelName(self._level)} or higher "
                                              f"triggered on {self._logger.name}")


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._run = None
        self._subtest = None
        if methodName != "runTest" and not hasattr(self, methodName):
            raise ValueError(f"no such test method in {type(self)}: {methodName}")

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult

        return TestResult()

    def id(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextlib.contextmanager
    def subTest(self, msg=_NO_MESSAGE, **params):
        """A part of the test: when it fails, the test goes on after it."""
        run = self._run
        if run is None or not hasattr(run.result, "addSubTest"):
            yield
            return
        outer = self._subtest
        self._subtest = _SubTest(self, msg, {**(outer.params if outer else {}), **params})
        try:
            with run.part(self, self._subtest):
                yield
            if not run.success and getattr(run.result, "failfast", False) or run.expected is not None:
                raise _ShouldStop
        finally:
            self._subtest = outer

    # running

    def _call_setup(self):
        self.setUp()

    def _call_method(self, method):
        if method() is not None:
            import warnings

            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=3)

    def _call_teardown(self):
        self.tearDown()

    def _call_cleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        """Does what was asked to be done after the test, the last first."""
        run = self._run or _Run(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with run.part(self):
                self._call_cleanup(function, args, kwargs)
        return run.success

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", lambda: None)()
            after = getattr(result, "stopTestRun", lambda: None)
        else:
            after = None
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                reason = getattr(type(self), "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, reason)
                return result
            expecting = getattr(method, "__unittest_expecting_failure__", False) or \
                getattr(type(self), "__unittest_expecting_failure__", False)
            self._run_parts(result, method, expecting)
            return result
        finally:
            result.stopTest(self)
            if after is not None:
                after()

    def _run_parts(self, result, method, expecting):
        run = self._run = _Run(result)
        try:
            with run.part(self):
                self._call_setup()
            if run.success:
                run.expecting = expecting
                with run.part(self):
                    self._call_method(method)
                run.expecting = False
                with run.part(self):
                    self._call_teardown()
            self.doCleanups()
            if not run.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif run.expected is not None:
                result.addExpectedFailure(self, run.expected)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            self._run = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self._call_setup()
        self._call_method(getattr(self, self._testMethodName))
        self._call_teardown()
        while self._cleanups:
            self._call_cleanup(*self._cleanups.pop())

    # assertions

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _require(self, condition, msg, standard):
        if not condition:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._require(expr, msg, f"{expr!r} is not true")

    def assertFalse(self, expr, msg=None):
        self._require(not expr, msg, f"{expr!r} is not false")

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        if type(first) is type(second) and isinstance(first, (list, tuple)):
            text = _differences.of_sequences(first, second, type(first).__name__, self.maxDiff)
        elif type(first) is type(second) is str:
            text = _differences.of_texts(first, second, self.maxDiff)
        elif type(first) is type(second) is dict:
            text = _differences.of_dicts(first, second, self.maxDiff)
        elif type(first) is type(second) and isinstance(first, (set, frozenset)):
            text = _differences.of_sets(first, second)
        else:
            text = _differences.unequal(first, second)
        raise self.failureException(self._formatMessage(msg, text))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, each in (("First", seq1), ("Second", seq2)):
                if not isinstance(each, seq_type):
                    raise self.failureException(f"{which} sequence is not a {kind}: {each!r}")
        if seq1 != seq2 and (type(seq1) is type(seq2) or list(seq1) != list(seq2)):
            self.fail(self._formatMessage(msg, _differences.of_sequences(seq1, seq2, kind, self.maxDiff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        text = _differences.of_sets(set1, set2)
        if text:
            self.fail(self._formatMessage(msg, text))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self.fail(self._formatMessage(msg, _differences.of_dicts(d1, d2, self.maxDiff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            self.fail(self._formatMessage(msg, _differences.of_texts(first, second, self.maxDiff)))

    def assertNotEqual(self, first, second, msg=None):
        self._require(first != second, msg, f"{first!r} == {second!r}")

    def assertIs(self, expr1, expr2, msg=None):
        self._require(expr1 is expr2, msg, f"{expr1!r} is not {expr2!r}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._require(expr1 is not expr2, msg, f"unexpectedly identical: {expr1!r}")

    def assertIsNone(self, obj, msg=None):
        self._require(obj is None, msg, f"{obj!r} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._require(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._require(member in container, msg, f"{member!r} not found in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        self._require(member not in container, msg, f"{member!r} unexpectedly found in {container!r}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._require(isinstance(obj, cls), msg, f"{obj!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._require(not isinstance(obj, cls), msg, f"{obj!r} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self._require(a < b, msg, f"{a!r} not less than {b!r}")

    def assertLessEqual(self, a, b, msg=None):
        self._require(a <= b, msg, f"{a!r} not less than or equal to {b!r}")

    def assertGreater(self, a, b, msg=None):
        self._require(a > b, msg, f"{a!r} not greater than {b!r}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._require(a >= b, msg, f"{a!r} not greater than or equal to {b!r}")

    def _close(self, first, second, places, delta):
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {delta!r} delta ({difference!r} difference)"
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places ({difference!r} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        ok, how = self._close(first, second, places, delta)
        self._require(ok, msg, f"{first!r} != {second!r} {how}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        ok, how = self._close(first, second, places, delta)
        how = f"within {delta!r} delta" if delta is not None else f"within {7 if places is None else places} places"
        self._require(first != second and not ok, msg, f"{first!r} == {second!r} {how}")

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for each in list(left):
            if each in right:
                left.remove(each)
                right.remove(each)
        if left or right:
            lines = ["Element counts were not equal:"]
            for each in left + right:
                a, b = list(first).count(each), list(second).count(each)
                lines.append(f"First has {a}, Second has {b}:  {each!r}")
            self.fail(self._formatMessage(msg, "\n".join(dict.fromkeys(lines))))

    def _check_pattern(self, pattern, text, msg):
        if pattern is None:
            return
        import re

        compiled = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        if not compiled.search(text):
            self.fail(self._formatMessage(msg, f'"{compiled.pattern}" does not match "{text}"'))

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        compiled = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self._require(compiled.search(text), msg, f"Regex didn't match: {compiled.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        compiled = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = compiled.search(text)
        if found:
            self.fail(self._formatMessage(msg, f"Regex matched: {found.group()!r} matches {compiled.pattern!r} in {text!r}"))

    def _raising(self, context, args, kwargs):
        if not args:
            context._msg = kwargs.get("msg")
            return context
        context._by = getattr(args[0], "__name__", str(args[0]))
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaises(self, expected_exception, *args, **kwargs):
        kinds = expected_exception if isinstance(expected_exception, tuple) else (expected_exception,)
        if not all(isinstance(each, type) and issubclass(each, BaseException) for each in kinds):
            raise TypeError("assertRaises() arg 1 must be an exception type or tuple of exception types")
        return self._raising(_Raises(self, expected_exception), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raising(_Raises(self, expected_exception, expected_regex), args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._raising(_Warns(self, expected_warning), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._raising(_Warns(self, expected_warning, expected_regex), args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function = testFunc
        self._set_up = setUp
        self._tear_down = tearDown
        self._description = description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._function.__doc__
        return doc and doc.split("\n")[0].strip() or None

    def __str__(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__} ({self._function.__name__})"
