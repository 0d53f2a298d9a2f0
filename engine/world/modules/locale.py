"""Customs of a country: the sandbox has those of C, with UTF-8."""

LC_CTYPE = 0
LC_NUMERIC = 1
LC_TIME = 2
LC_COLLATE = 3
LC_MONETARY = 4
LC_MESSAGES = 5
LC_ALL = 6
CODESET = 14
CHAR_MAX = 127


class Error(Exception):
    pass


_state = {"name": "C.UTF-8"}


def setlocale(category, locale=None):
    if locale is None:
        return _state["name"]
    if isinstance(locale, tuple):
        locale = ".".join([part for part in locale if part])
    if locale not in ("", "C", "POSIX", "C.UTF-8", "C.utf8"):
        raise Error("unsupported locale setting")
    _state["name"] = "C.UTF-8" if locale == "" else locale
    return _state["name"]


def getlocale(category=LC_CTYPE):
    return ("en_US", "UTF-8") if "UTF" in _state["name"].upper() else (None, None)


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return "en_US", "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def nl_langinfo(key, /):
    return "UTF-8" if key == CODESET else ""


def resetlocale(category=LC_ALL):
    _state["name"] = "C.UTF-8"


def localeconv():
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "",
            "mon_grouping": [], "positive_sign": "", "negative_sign": "", "int_frac_digits": 127, "frac_digits": 127,
            "p_cs_precedes": 127, "p_sep_by_space": 127, "n_cs_precedes": 127, "n_sep_by_space": 127,
            "p_sign_posn": 127, "n_sign_posn": 127, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def format_string(f, val, grouping=False, monetary=False):
    """The customs of C group nothing, so that the text is that of %; but the arguments are looked at as they are there."""
    from collections.abc import Mapping

    if not isinstance(val, (tuple, Mapping)):
        val = (val,)
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    import re
    import warnings

    warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.",
                  DeprecationWarning, stacklevel=2)
    found = re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]").match(percent)
    if found is None or len(found.group()) != len(percent):
        raise ValueError(f"format() must be given exactly one %char format specifier, {percent!r} not valid")
    return percent % ((value,) + additional if additional else value)


def localize(string, grouping=False, monetary=False):
    return string


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return f"{val:.12g}"


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def delocalize(string):
    return string


def strcoll(string1, string2, /):
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    return string
