"""Passwords and names of users: nobody types in the sandbox."""

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    raise EOFError("EOF when reading a line")


def getuser():
    return "user"
