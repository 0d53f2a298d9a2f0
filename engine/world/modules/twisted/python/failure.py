"""Failure: an exception that was caught and is handed on."""

import sys
import traceback

__all__ = ["Failure"]


class Failure(BaseException):
    def __init__(self, exc_value=None, exc_type=None, exc_tb=None, captureVars=False):
        if exc_value is None:
            exc_type, exc_value, exc_tb = sys.exc_info()
            if exc_value is None:
                raise NoCurrentExceptionError()
        elif isinstance(exc_value, Failure):
            exc_value, exc_tb = exc_value.value, exc_value.tb
        elif exc_tb is None and isinstance(exc_value, BaseException):
            exc_tb = exc_value.__traceback__
        self.value = exc_value
        self.type = type(exc_value) if exc_type is None else exc_type
        self.tb = exc_tb
        self.captureVars = captureVars

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} {_full_name(self.type)}: {self.getErrorMessage()}>"

    def __str__(self):
        return f"[Failure instance: {self.getBriefTraceback()}]"

    def __reduce__(self):
        return Failure, (self.value,)

    def check(self, *errorTypes):
        """Which of the types it is, or None."""
        for each in errorTypes:
            if isinstance(each, type) and issubclass(self.type, each) or each == _full_name(self.type):
                return each
        return None

    def trap(self, *errorTypes):
        """The same; what it is not, it raises."""
        found = self.check(*errorTypes)
        if not found:
            self.raiseException()
        return found

    def raiseException(self):
        raise self.value.with_traceback(self.tb)

    def throwExceptionIntoGenerator(self, g):
        return g.throw(self.value.with_traceback(self.tb))

    def getErrorMessage(self):
        if isinstance(self.value, Failure):
            return self.value.getErrorMessage()
        return str(self.value)

    @property
    def frames(self):
        return [(each.name, each.filename, each.lineno, (), ()) for each in traceback.extract_tb(self.tb)]

    stack = ()

    def getTracebackObject(self):
        return self.tb

    def getTraceback(self, elideFrameworkCode=0, detail="default"):
        frames = traceback.extract_tb(self.tb)
        what = f"{_full_name(self.type)}: {self.getErrorMessage()}\n"
        if not frames:
            return "Traceback (most recent call last):\nFailure: " + what
        return "Traceback (most recent call last):\n" + "".join(map(_frame_text, frames)) + what

    def getBriefTraceback(self):
        frames = traceback.extract_tb(self.tb)
        begin = "Traceback" if frames else "Traceback (failure with no frames)"
        places = "".join(f"{each.filename}:{each.lineno}:{each.name}\n" for each in frames)
        return f"{begin}: {self.type}: {self.getErrorMessage()}\n{places}"

    def printTraceback(self, file=None, elideFrameworkCode=False, detail="default"):
        (file or sys.stderr).write(self.getTraceback())

    def printBriefTraceback(self, file=None, elideFrameworkCode=0):
        (file or sys.stderr).write(self.getBriefTraceback())

    printDetailedTraceback = printTraceback

    def cleanFailure(self):
        self.tb = None
        self.value.__traceback__ = None


def _frame_text(frame):
    line = f"    {frame.line.strip()}\n" if frame.line else ""
    return f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n{line}'


def _full_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}" if isinstance(cls, type) else str(cls)


class DefaultException(Exception):
    pass


class NoCurrentExceptionError(Exception):
    pass
