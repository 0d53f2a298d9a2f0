"""What runs when the main module has ended: libraries whose programs a platform would start."""

_functions = []


def register(function):
    """`function` gets the main module."""
    if function not in _functions:
        _functions.append(function)


def run(main):
    for function in _functions:
        function(main)
