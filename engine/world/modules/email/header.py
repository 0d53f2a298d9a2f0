"""Header texts."""


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None):
        self._text = s or ""

    def __str__(self):
        return self._text

    encode = __str__
