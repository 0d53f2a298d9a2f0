"""Tables as text."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "unix_dialect", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "field_size_limit", "DictReader", "DictWriter"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = "_csv"


class Dialect:
    delimiter = ","
    quotechar = '"'
    doublequote = True
    escapechar = None
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    skipinitialspace = False
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = ("delimiter", "quotechar", "doublequote", "escapechar", "lineterminator", "quoting", "skipinitialspace",
            "strict")


def _dialect(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in _OPTIONS:
        setattr(made, name, getattr(dialect, name, getattr(Dialect, name)))
    for name, value in options.items():
        if name not in _OPTIONS:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value)
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        if not isinstance(made.delimiter, str):
            raise TypeError(f'"delimiter" must be string, not {type(made.delimiter).__name__}')
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is None and made.quoting != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


_limit = [131072]


def field_size_limit(limit=None):
    old = _limit[0]
    if limit is not None:
        _limit[0] = limit
    return old


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        fields = []
        field = []
        quoted = was_quoted = False
        at_start = True
        line = self._next_line(False)
        at = 0
        while True:
            if at >= len(line):
                if not quoted:
                    break
                try:
                    line = self._next_line(True)
                except StopIteration:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    break
                at = 0
                continue
            c = line[at]
            at += 1
            if quoted:
                if d.escapechar is not None and c == d.escapechar and at < len(line):
                    field.append(line[at])
                    at += 1
                elif c == d.quotechar:
                    if d.doublequote and line[at:at + 1] == d.quotechar:
                        field.append(c)
                        at += 1
                    else:
                        quoted = False
                else:
                    field.append(c)
            elif c in "\r\n":
                if line[at:].strip("\r\n"):
                    raise Error("new-line character seen in unquoted field - do you need to open the file in "
                                "universal-newline mode?")
                break
            elif c == d.delimiter:
                fields.append(self._field(field, was_quoted))
                field = []
                at_start, was_quoted = True, False
                continue
            elif c == d.quotechar and at_start and d.quoting != QUOTE_NONE:
                quoted = was_quoted = True
            elif d.escapechar is not None and c == d.escapechar and at < len(line):
                field.append(line[at])
                at += 1
            elif c == " " and at_start and d.skipinitialspace:
                continue
            else:
                if was_quoted and d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                field.append(c)
            at_start = False
            if len(field) > _limit[0]:
                raise Error(f"field larger than field limit ({_limit[0]})")
        if fields or field or was_quoted or line.strip("\r\n"):
            fields.append(self._field(field, was_quoted))
        return fields

    def _next_line(self, goes_on):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} "
                        "(the file should be opened in text mode)")
        self.line_num += 1
        return line

    def _field(self, parts, was_quoted):
        text = "".join(parts)
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted else text


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Reader.__module__ = "_csv"


def reader(iterable, dialect="excel", **options):
    return _Reader(iterable, _dialect(dialect, options))


class _Writer:
    def __init__(self, file, dialect):
        self._file = file
        self.dialect = dialect

    def _quoted(self, value, alone):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = (d.delimiter, d.quotechar, d.escapechar, "\n", "\r", *d.lineterminator)
        needs = any([c in special for c in text]) or alone and not text
        if text.startswith(" ") and d.skipinitialspace:
            needs = True
        if d.quoting == QUOTE_NONE:
            if alone and not text:
                raise Error("single empty field record must be quoted")
            made = []
            for c in text:
                if c in special and c:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    made.append(d.escapechar)
                made.append(c)
            return "".join(made)
        if d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)) or needs:
            if d.escapechar is not None:
                text = text.replace(d.escapechar, d.escapechar * 2)
            quote = d.quotechar * 2 if d.doublequote else (d.escapechar or "") + d.quotechar
            return d.quotechar + text.replace(d.quotechar, quote) + d.quotechar
        return text

    def writerow(self, row):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        line = self.dialect.delimiter.join([self._quoted(value, len(row) == 1) for value in row])
        return self._file.write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = "writer"
_Writer.__module__ = "_csv"


def writer(fileobj, dialect="excel", **options):
    if not hasattr(fileobj, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(fileobj, _dialect(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _list(self, row):
        if self.extrasaction == "raise":
            wrong = [name for name in row if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._list(rowdict))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
