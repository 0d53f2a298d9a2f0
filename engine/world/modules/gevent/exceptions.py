"""gevent's exceptions."""


class LoopExit(Exception):
    """Everybody waits, and nothing will ever happen: raised in the main greenlet."""

    def __str__(self):
        if len(self.args) != 3:
            return super().__str__()
        message, hub, handles = self.args
        return f"{message}\n\tHub: {hub!r}\n\tHandles:\n{handles}"


class BlockingSwitchOutError(AssertionError):
    pass


class InvalidSwitchError(AssertionError):
    pass


class InvalidThreadUseError(RuntimeError):
    pass


class ConcurrentObjectUseError(AssertionError):
    pass


class HubDestroyed(GeneratorExit):
    pass
