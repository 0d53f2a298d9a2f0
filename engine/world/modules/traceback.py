"""Exceptions and stacks as text. Only the program's own frames show."""

import sys

import _traceback

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]

_sentinel = object()
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._text = None  # with the carets of a traceback's level

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache

            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple() and self.locals == other.locals
        return self._tuple() == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, place):
        return self._tuple()[place]

    def __iter__(self):
        return iter(self._tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _summary(level, capture_locals=False):
    frame, lineno, text, colno, end_lineno, end_colno = level
    code = frame.f_code
    summary = FrameSummary(code.co_filename, lineno, code.co_name, line=_traceback.source_line(code, lineno),
                           locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno, colno=colno,
                           end_colno=end_colno)
    summary._text = text
    return summary


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = _limited([pair for pair in frame_gen], limit)
        result = klass()
        for frame, lineno in frames:
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name,
                                       line=_traceback.source_line(code, lineno),
                                       locals=frame.f_locals if capture_locals else None))
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for each in a_list:
            if isinstance(each, FrameSummary):
                result.append(each)
            else:
                filename, lineno, name, line = each
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        text = frame_summary._text
        if text is None:
            text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
            if frame_summary.line:
                text += f"    {frame_summary.line}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for each in self:
            place = (each.filename, each.lineno, each.name)
            if place != last:
                _count_repeated(result, count)
                last = place
                count = 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(each))
        _count_repeated(result, count)
        return result


def _count_repeated(result, count):
    if count > 3:
        more = count - 3
        result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


# ---- extracting ------------------------------------------------------------------------------------------------


def walk_stack(f):
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _stack_of(levels, limit=None, capture_locals=False):
    stack = StackSummary()
    for level in _limited(levels, limit):
        stack.append(_summary(level, capture_locals))
    return stack


def extract_tb(tb, limit=None):
    return _stack_of(_traceback.levels(tb), limit)


def _stack_levels(f, limit):
    levels = _traceback.stack(f)
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
    if limit is not None:
        levels = levels[-limit:] if limit > 0 else [] if limit == 0 else levels[:-limit]
    return levels


def extract_stack(f=None, limit=None):
    return _stack_of(_stack_levels(f, limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def _print(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        file.write(line)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def clear_frames(tb):
    while tb is not None:
        clear = getattr(tb.tb_frame, "clear", None)
        if clear is not None:
            try:
                clear()
            except RuntimeError:
                pass
        tb = tb.tb_next


# ---- exceptions ------------------------------------------------------------------------------------------------


class _Printing:
    """Where the parts of an exception group stand."""

    def __init__(self):
        self.depth = 0
        self.need_close = False


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        _seen = _seen or set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = _stack_of(_traceback.levels(exc_traceback), limit, capture_locals)
        self.exc_type = exc_type
        self._str = "" if exc_value is None else _safe_str(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._only = None if exc_value is None else _traceback.format_only(exc_value)
        if isinstance(exc_value, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__

        def other(value):
            if value is None or id(value) in _seen:
                return None
            return TracebackException(type(value), value, value.__traceback__, limit=limit,
                                      capture_locals=capture_locals, compact=compact,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=_seen)

        self.__cause__ = other(exc_value.__cause__) if exc_value is not None else None
        needs_context = exc_value is not None and not (
            compact and (self.__cause__ is not None or exc_value.__suppress_context__))
        self.__context__ = other(exc_value.__context__) if needs_context else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, limit=limit,
                                                  capture_locals=capture_locals, compact=compact,
                                                  max_group_width=max_group_width, max_group_depth=max_group_depth,
                                                  _seen=_seen) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self._only is None:
            yield "NoneType: None\n" if self.exc_type is None else f"{self.exc_type.__name__}: None\n"
            return
        lines = self._only.split("\n")
        notes = sum([note.count("\n") + 1 for note in self.__notes__]) if isinstance(self.__notes__, list) else 0
        body, notes = lines[:len(lines) - notes], lines[len(lines) - notes:]
        if issubclass(self.exc_type, SyntaxError):
            yield from [line + "\n" for line in body]
        else:
            yield "\n".join(body) + "\n"
        yield from [line + "\n" for line in notes]

    def _chain(self, chain):
        links = []
        exc = self
        link = None
        while exc is not None:
            links.append((link, exc))
            if not chain:
                break
            if exc.__cause__ is not None:
                link, exc = _CAUSE, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                link, exc = _CONTEXT, exc.__context__
            else:
                break
        return reversed(links)

    def format(self, *, chain=True, _ctx=None):
        ctx = _ctx or _Printing()
        for link, exc in self._chain(chain):
            if exc.exceptions is None:
                if exc.stack:
                    yield from _indented(ctx, ["Traceback (most recent call last):\n", *exc.stack.format()])
                yield from _indented(ctx, exc.format_exception_only())
            elif ctx.depth > self.max_group_depth:
                yield from _indented(ctx, [f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from exc._format_group(ctx)
            if link is not None:
                yield from _indented(ctx, [link])

    def _format_group(self, ctx):
        is_outermost = ctx.depth == 0
        if is_outermost:
            ctx.depth = 1
        if self.stack:
            yield from _indented(ctx, ["Exception Group Traceback (most recent call last):\n"],
                                 "+" if is_outermost else None)
            yield from _indented(ctx, self.stack.format())
        yield from _indented(ctx, self.format_exception_only())
        total = len(self.exceptions)
        shown = min(total, self.max_group_width + 1)
        ctx.need_close = False
        for i in range(shown):
            is_last = i == shown - 1
            ctx.need_close = ctx.need_close or is_last
            is_cut = i >= self.max_group_width
            title = "..." if is_cut else f"{i + 1}"
            if is_last:
                ctx.need_close = True
            yield ("  " * ctx.depth) + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            ctx.depth += 1
            if is_cut:
                rest = total - self.max_group_width
                yield from _indented(ctx, [f"and {rest} more exception{'s' if rest > 1 else ''}\n"])
            else:
                yield from self.exceptions[i].format(_ctx=ctx)
            if is_last and ctx.need_close:
                yield ("  " * ctx.depth) + "+------------------------------------\n"
                ctx.need_close = False
            ctx.depth -= 1
        if is_outermost:
            ctx.depth = 0

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)


def _indented(ctx, lines, margin=None):
    if ctx.depth == 0:
        yield from lines
        return
    prefix = "  " * ctx.depth + (margin or "|") + " "
    for text in lines:
        yield "".join([prefix + line for line in text.splitlines(True)])


def _safe_str(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


def _parse(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _sentinel:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value, tb


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value, tb = _parse(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
