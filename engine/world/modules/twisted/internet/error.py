"""Errors of the reactor and of what it runs."""


class AlreadyCalled(ValueError):
    """Tried to cancel an already-called event"""

    def __str__(self):
        return " ".join(["Tried to cancel an already-called event" + (":" if self.args else ".")[:1]] +
                        [str(each) for each in self.args])


class AlreadyCancelled(ValueError):
    """Tried to cancel an already-cancelled event"""

    def __str__(self):
        return "Tried to cancel an already-cancelled event."


class ReactorNotRunning(RuntimeError):
    pass


class ReactorNotRestartable(RuntimeError):
    pass


class ReactorAlreadyRunning(RuntimeError):
    pass


class ReactorAlreadyInstalledError(AssertionError):
    pass


class ConnectError(Exception):
    pass


class ConnectionRefusedError(ConnectError):
    pass


class TimeoutError(ConnectError):
    pass


class UserError(ConnectError):
    pass


class ConnectionLost(Exception):
    pass


class ConnectionDone(Exception):
    pass
