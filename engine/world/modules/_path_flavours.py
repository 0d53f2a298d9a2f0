"""How the two families of systems write paths: what pathlib's classes differ in."""


class Posix:
    sep = "/"
    altsep = ""

    def split_anchor(self, text):
        """(drive, root, the rest) of a path."""
        rest = text.lstrip("/")
        # Exactly two slashes at the beginning may mean something of their own.
        return "", {0: "", 2: "//"}.get(len(text) - len(rest), "/"), rest

    def fold(self, text):
        return text

    def is_absolute(self, drive, root):
        return bool(root)

    def is_reserved(self, path):
        return False

    def uri(self, path):
        from urllib.parse import quote_from_bytes

        return "file://" + quote_from_bytes(bytes(path))


_DEVICES = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
                     + [port + digit for port in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"])
# A share on a host is a drive with a root of its own; so it is behind the prefix for long paths.
_SHARE = r"(\\\\(?!\?\\)[^\\]+\\(?!\\)[^\\]*|\\\\\?\\UNC\\[^\\]+\\(?!\\)[^\\]*)(\\?)"
_DRIVE = r"((?:\\\\\?\\(?:UNC(?=\\))?)?(?:[A-Za-z]:)?)(\\*)"


class Windows:
    sep = "\\"
    altsep = "/"

    def split_anchor(self, text):
        import re

        text = text.replace("/", "\\")
        found = re.match(_SHARE, text)
        if found is not None and not text.startswith("\\\\\\"):
            return found[1], "\\", text[found.end():]
        found = re.match(_DRIVE, text)
        return found[1], found[2][:1], text[found.end():]

    def fold(self, text):
        return text.lower()

    def is_absolute(self, drive, root):
        return bool(drive and root)

    def is_reserved(self, path):
        if not path.parts or path.drive.startswith("\\\\"):
            return False
        name = path.parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in _DEVICES

    def uri(self, path):
        from urllib.parse import quote_from_bytes

        text, drive = path.as_posix(), path.drive
        if len(drive) == 2 and drive[1] == ":":
            return "file:///" + drive + quote_from_bytes(text[2:].encode("utf-8"))
        return "file:" + quote_from_bytes(text.encode("utf-8"))


posix, windows = Posix(), Windows()
