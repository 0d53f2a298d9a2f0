"""Loggers with levels, over twisted.python.log."""

import sys

from twisted.python import log as _log


class Logger:
    def __init__(self, namespace=None, source=None, observer=None):
        self.namespace = namespace or "__main__"

    def __repr__(self):
        return f"<Logger {self.namespace!r}>"

    def _emit(self, format=None, **kwargs):
        _log.msg(format.format(**kwargs) if format is not None else "", system=f"{self.namespace}")

    debug = info = warn = error = critical = _emit

    def failure(self, format, failure=None, level=None, **kwargs):
        _log.err(failure, format.format(**kwargs))


def textFileLogObserver(outFile, timeFormat=None):
    return _log.FileLogObserver(outFile).emit


class _Beginner:
    def beginLoggingTo(self, observers, discardBuffer=False, redirectStandardIO=True):
        for each in observers:
            _log.addObserver(each)


globalLogBeginner = _Beginner()
