"""How long code takes: by the run's clock, on which work takes no time."""

import itertools
import time
import traceback

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


_loop = """
def inner(_it, _timer{parameters}):
    {setup}
    _start = _timer()
    for _i in _it:
        {stmt}
    return _timer() - _start
"""


def _indented(code, spaces):
    return code.replace("\n", "\n" + " " * spaces)


class Timer:
    """The statement stands in a loop of a function of its own: it is compiled once."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else dict(globals)
        parameters, texts = "", {}
        for name, code in (("setup", setup), ("stmt", stmt)):
            if isinstance(code, str):
                prefix = setup + "\n" if name == "stmt" and isinstance(setup, str) else ""
                compile(prefix + code, "<timeit-src>", "exec")
                texts[name] = _indented(code, 4 if name == "setup" else 8)
            elif callable(code):
                names["_" + name] = code
                parameters += f", _{name}=_{name}"
                texts[name] = f"_{name}()"
            else:
                raise ValueError(f"{name} is neither a string nor callable")
        self.src = _loop.format(parameters=parameters, **texts)
        exec(compile(self.src, "<timeit-src>", "exec"), names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        taken = self.timeit(1)
        if callback:
            callback(1, taken)
        return 1, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
