"""Imports from __future__ stand at the beginning of a module, behind its docstring."""
from __future__ import annotations
from __future__ import division, print_function

from typing import TypedDict


class Settings(TypedDict):
    size: int


def later(x: Unknown) -> Settings:
    return x


print(later.__annotations__, Settings.__annotations__)
for source in [
    "'doc'\nfrom __future__ import division",
    "x = 1\nfrom __future__ import division",
    "def f():\n    from __future__ import division",
    "from __future__ import nope",
    "from __future__ import division, braces",
    "import __future__\nprint(__future__.division.optional)",
]:
    try:
        exec(source)
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno)
#=> {'x': 'Unknown', 'return': 'Settings'} {'size': ForwardRef('int', module='__main__')}
#=> fine
#=> from __future__ imports must occur at the beginning of the file 2
#=> from __future__ imports must occur at the beginning of the file 2
#=> future feature nope is not defined 1
#=> not a chance 1
#=> (2, 2, 0, 'alpha', 2)
#=> fine
