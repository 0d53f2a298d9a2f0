"""Errors of remote calls."""


class Error(Exception):
    def __init__(self, code, message, data=None):
        super().__init__(code, message, data)
        self.code = code
        self.message = message

    def __str__(self):
        return str(self.message)


class MethodNotFound(Error):
    pass


class RemoteError(Exception):
    """An exception of the agent that was called."""

    def __init__(self, message, **exc_info):
        super().__init__(message)
        self.message = message
        self.exc_info = exc_info.get("exc_info", {})

    def __str__(self):
        return self.message
