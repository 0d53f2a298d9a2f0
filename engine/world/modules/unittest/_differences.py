"""How two values differ, in words."""

import difflib
import os
import pprint

_MOST = 80
_PLACE = 12
_LEAST = 5
_OTHER = _MOST - (3 * _LEAST + 2 * _PLACE)


def _shortened(text, start, end):
    skipped = len(text) - start - end
    return f"{text[:start]}[{skipped} chars]{text[len(text) - end:]}" if skipped > _PLACE else text


def short_reprs(*values):
    """The texts of the values; of long ones what they have in common is shortened."""
    texts = [repr(each) for each in values]
    longest = max(map(len, texts))
    if longest <= _MOST:
        return texts
    prefix = os.path.commonprefix(texts)
    kept = _MOST - (longest - len(prefix) + _LEAST + _PLACE)
    if kept > _LEAST:
        start = _shortened(prefix, _LEAST, kept)
        return [start + each[len(prefix):] for each in texts]
    start = _shortened(prefix, _LEAST, _LEAST)
    return [start + _shortened(each[len(prefix):], _OTHER, _LEAST) for each in texts]


def unequal(first, second):
    return " != ".join(short_reprs(first, second))


def truncated(message, difference, most):
    if most is None or len(difference) <= most:
        return message + difference
    return f"{message}\nDiff is {len(difference)} characters long. Set self.maxDiff to None to see it."


def of_texts(first, second, most):
    before, after = first.splitlines(True), second.splitlines(True)
    if len(before) == 1 and first.strip("\r\n") == first:
        before, after = [first + "\n"], [second + "\n"]
    return truncated(unequal(first, second), "\n" + "".join(difflib.ndiff(before, after)), most)


def _of_forms(first, second):
    return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def of_dicts(first, second, most):
    return truncated(unequal(first, second), _of_forms(first, second), most)


def of_sequences(first, second, kind, most):
    """kind is what they are called: list, tuple or sequence."""
    text = f"{kind.capitalize()}s differ: {unequal(first, second)}\n"
    for i, (one, other) in enumerate(zip(first, second)):
        if one != other:
            text += f"\nFirst differing element {i}:\n" + "\n".join(short_reprs(one, other)) + "\n"
            break
    if len(first) != len(second):
        which, more = ("First", first) if len(first) > len(second) else ("Second", second)
        shorter = min(len(first), len(second))
        text += (f"\n{which} {kind} contains {abs(len(first) - len(second))} additional elements.\n"
                 f"First extra element {shorter}:\n{more[shorter]!r}\n")
    return truncated(text, _of_forms(first, second), most)


def of_sets(first, second):
    lines = []
    for title, items in (("Items in the first set but not the second:", first - second),
                         ("Items in the second set but not the first:", second - first)):
        if items:
            lines += [title, *[repr(each) for each in items]]
    return "\n".join(lines)
