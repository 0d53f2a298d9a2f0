"""One run of a test and of the parts it has."""

import contextlib


class SkipTest(Exception):
    """Raised by a test that is not to be run."""

    __module__ = "unittest.case"


class _ShouldStop(Exception):
    """The test is not to go on."""


class _SubTest:
    """A part of a test with a message and parameters of its own."""

    def __init__(self, test_case, message, params):
        self.test_case = test_case
        self.failureException = test_case.failureException
        self._message = message
        self.params = params

    def _text(self):
        parts = [f"[{self._message}]"] if self._message is not _NO_MESSAGE else []
        if self.params:
            parts.append("(" + ", ".join([f"{k}={v!r}" for k, v in self.params.items()]) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._text()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def countTestCases(self):
        return 1

    def __str__(self):
        return f"{self.test_case} {self._text()}"


_NO_MESSAGE = object()


class _Run:
    """One run of a test: tells the result at once what becomes of each part of it."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False
        self.expected = None

    @contextlib.contextmanager
    def part(self, test, subtest=None):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(test if subtest is None else subtest, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            info = (type(e), e, e.__traceback__)
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                self._report(test, subtest, info)
        else:
            if subtest is not None and self.success:
                self.result.addSubTest(test, subtest, None)
        finally:
            self.success = self.success and before

    def _report(self, test, subtest, info):
        if subtest is not None:
            self.result.addSubTest(test, subtest, info)
        elif issubclass(info[0], test.failureException):
            self.result.addFailure(test, info)
        else:
            self.result.addError(test, info)
