"""Child watchers: the world tells each loop of its processes, so there is nothing to watch."""


class AbstractChildWatcher:
    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError

    def remove_child_handler(self, pid):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class SafeChildWatcher(AbstractChildWatcher):
    pass


class FastChildWatcher(AbstractChildWatcher):
    pass


class MultiLoopChildWatcher(AbstractChildWatcher):
    pass


class ThreadedChildWatcher(AbstractChildWatcher):
    pass


class PidfdChildWatcher(AbstractChildWatcher):
    pass


_current = []


def get_child_watcher():
    if not _current:
        _current.append(ThreadedChildWatcher())
    return _current[0]


def set_child_watcher(watcher):
    _current[:] = [watcher]
