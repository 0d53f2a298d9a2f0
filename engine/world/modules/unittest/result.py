"""What came of tests."""

import io
import sys


def _printed(name, text):
    return f"\n{name}:\n{text}" + ("" if text.endswith("\n") else "\n")


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

        # Whether what was printed is to be seen after all.
        self._mirrorOutput = False
        self._streams = None

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        """A test has ended."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if self.buffer and self._streams is None:
            self._streams = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def _restoreStdout(self):
        if self._streams is None:
            return
        texts = sys.stdout.getvalue(), sys.stderr.getvalue()
        sys.stdout, sys.stderr = self._streams
        self._streams = None
        if self._mirrorOutput:
            for name, stream, text in zip(("Stdout", "Stderr"), (sys.stdout, sys.stderr), texts):
                if text:
                    stream.write(_printed(name, text))

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _text(self, err):
        import traceback

        text = "".join(traceback.format_exception(*err))
        if self._streams is not None:
            for name, stream in (("Stdout", sys.stdout), ("Stderr", sys.stderr)):
                if stream.getvalue():
                    text += _printed(name, stream.getvalue())
        return text

    def _stop_if_asked(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._stop_if_asked()
        self._mirrorOutput = True
        self.errors.append((test, self._text(err)))

    def addFailure(self, test, err):
        self._stop_if_asked()
        self._mirrorOutput = True
        self.failures.append((test, self._text(err)))

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; err is None when nothing was wrong."""
        if err is not None:
            self._stop_if_asked()
            self._mirrorOutput = True
            kind = self.failures if issubclass(err[0], test.failureException) else self.errors
            kind.append((subtest, self._text(err)))

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
