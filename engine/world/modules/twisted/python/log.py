"""Messages of a program. Before somebody listens, only errors are heard: on stderr."""

import sys

from twisted.python.failure import Failure

_observers = []


def msg(*message, **kw):
    kw["message"] = message
    kw["isError"] = 0
    kw.setdefault("system", "-")
    _tell(kw)


info = msg


def err(_stuff=None, _why=None, **kw):
    """A Failure, an exception, or (without one) that which is being handled."""
    if _stuff is None:
        _stuff = Failure()
    if isinstance(_stuff, BaseException) and not isinstance(_stuff, Failure):
        _stuff = Failure(_stuff)
    if isinstance(_stuff, Failure):
        kw.update(failure=_stuff, why=_why, isError=1, message=())
    else:
        kw.update(message=(repr(_stuff),), why=_why, isError=1)
    kw.setdefault("system", "-")
    _tell(kw)


deferr = err


def textFromEventDict(eventDict):
    if eventDict.get("failure") is not None:
        return f"{eventDict.get('why') or 'Unhandled Error'}\n{eventDict['failure'].getTraceback()}"
    return " ".join(map(str, eventDict["message"]))


def _tell(event):
    if _observers:
        for each in list(_observers):
            each(event)
    elif event["isError"]:
        sys.stderr.write(textFromEventDict(event) + "\n")


def addObserver(other):
    _observers.append(other)


def removeObserver(other):
    _observers.remove(other)


class FileLogObserver:
    def __init__(self, f):
        self.file = f

    def emit(self, eventDict):
        import time

        stamp = time.strftime("%Y-%m-%d %H:%M:%S+0000", time.gmtime())
        text = textFromEventDict(eventDict).replace("\n", "\n\t")
        self.file.write(f"{stamp} [{eventDict['system']}] {text}\n")

    def start(self):
        addObserver(self.emit)

    def stop(self):
        removeObserver(self.emit)


class PythonLoggingObserver:
    def __init__(self, loggerName="twisted"):
        import logging

        self.logger = logging.getLogger(loggerName)

    def emit(self, eventDict):
        import logging

        level = logging.CRITICAL if eventDict["isError"] else logging.INFO
        self.logger.log(eventDict.get("logLevel", level), textFromEventDict(eventDict))

    def start(self):
        addObserver(self.emit)

    def stop(self):
        removeObserver(self.emit)


def startLogging(file, setStdout=0, *a, **kw):
    observer = FileLogObserver(file)
    observer.start()
    msg("Log opened.")
    return observer


startLoggingWithObserver = lambda observer, setStdout=1: addObserver(observer)
