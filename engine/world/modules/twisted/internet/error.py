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

class _Described(Exception):
    """Says what its docstring says, and the arguments."""

    def __str__(self):
        text = type(self).__doc__.strip().partition("\n")[0].rstrip(".")
        if self.args:
            text = f"{text}: {' '.join(map(str, self.args))}"
        return text + "."


class ConnectError(Exception):
    """An error occurred while connecting"""

    def __init__(self, string="", osError=None):
        self.osError = osError
        super().__init__(string)

    def __str__(self):
        text = type(self).__doc__ or ConnectError.__doc__
        if self.osError:
            text = f"{text}: {self.osError}"
        if self.args[0]:
            text = f"{text}: {self.args[0]}"
        return text + "."


class UnknownHostError(ConnectError):
    """Hostname couldn't be looked up"""


class ConnectionRefusedError(ConnectError):
    """Connection was refused by other side"""


class TimeoutError(ConnectError):
    """User timeout caused connection failure"""


class UserError(ConnectError):
    """User aborted connection"""


class DNSLookupError(IOError):
    """DNS lookup failed"""

    def __str__(self):
        return f"{DNSLookupError.__doc__}: {' '.join(map(str, self.args))}."


class NotConnectingError(RuntimeError):
    """The Connector was not connecting when it was asked to stop connecting"""


class CannotListenError(OSError):
    def __init__(self, interface, port, socketError):
        super().__init__(interface, port, socketError)
        self.interface = interface
        self.port = port
        self.socketError = socketError

    def __str__(self):
        return f"Couldn't listen on {self.interface or 'any'}:{self.port}: {self.socketError}."


class ConnectionClosed(Exception):
    """Connection was closed, whether cleanly or non-cleanly."""


class ConnectionLost(_Described, ConnectionClosed):
    """Connection to the other side was lost in a non-clean fashion"""


class ConnectionAborted(ConnectionLost):
    """Connection was aborted locally using"""

    def __str__(self):
        return "Connection was aborted locally using ITCPTransport.abortConnection."


class ConnectionDone(_Described, ConnectionClosed):
    """Connection was closed cleanly"""
