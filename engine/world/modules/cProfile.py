"""Profiles: on the run's clock work takes no time, so that there is nothing to measure."""

__all__ = ["run", "runctx", "Profile"]

_MESSAGE = "cProfile is not available in the sandbox: work takes no time there, and the recording shows every call"


class Profile:
    def __init__(self, *args, **kwargs):
        raise RuntimeError(_MESSAGE)


def run(statement, filename=None, sort=-1):
    raise RuntimeError(_MESSAGE)


def runctx(statement, globals, locals, filename=None, sort=-1):
    raise RuntimeError(_MESSAGE)
