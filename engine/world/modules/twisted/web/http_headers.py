"""Headers: names, each with several values."""


def _bytes(text):
    return text if isinstance(text, bytes) else str(text).encode()


class Headers:
    def __init__(self, rawHeaders=None):
        self._raw = {}
        for name, values in (rawHeaders or {}).items():
            self.setRawHeaders(name, values)

    def __repr__(self):
        return f"Headers({dict(self.getAllRawHeaders())!r})"

    def setRawHeaders(self, name, values):
        values = [values] if isinstance(values, (str, bytes)) else values
        self._raw[_bytes(name).lower()] = [_bytes(each) for each in values]

    def addRawHeader(self, name, value):
        self._raw.setdefault(_bytes(name).lower(), []).append(_bytes(value))

    def hasHeader(self, name):
        return _bytes(name).lower() in self._raw

    def removeHeader(self, name):
        self._raw.pop(_bytes(name).lower(), None)

    def getRawHeaders(self, name, default=None):
        found = self._raw.get(_bytes(name).lower())
        if found is None:
            return default
        return [each.decode() for each in found] if isinstance(name, str) else found

    def getAllRawHeaders(self):
        return [(b"-".join(part.capitalize() for part in name.split(b"-")), values) for name, values in self._raw.items()]

    def copy(self):
        return Headers(self._raw)
