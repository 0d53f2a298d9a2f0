"""What goes wrong between agents."""


class VIPError(Exception):
    def __init__(self, errno=0, msg="", peer="", subsystem="", *args):
        super().__init__(errno, msg, peer, subsystem, *args)
        self.errno = errno
        self.msg = msg
        self.peer = peer
        self.subsystem = subsystem

    def __str__(self):
        return f"VIP error ({self.errno}): {self.msg}"


class Unreachable(VIPError):
    pass


class Again(VIPError):
    pass


class UnknownSubsystem(VIPError):
    pass
