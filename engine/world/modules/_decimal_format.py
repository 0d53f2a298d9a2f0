"""The format mini-language for decimal numbers."""

import re

_SPEC = re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<zeropad>0)?"
                   r"(?P<width>\d+)?(?P<grouping>,)?(?:\.(?P<precision>\d+))?(?P<type>[eEfFgGn%])?", re.S)


def _grouped(digits, separator):
    if not separator:
        return digits
    head = len(digits) % 3 or 3
    parts = [digits[:head]] + [digits[i:i + 3] for i in range(head, len(digits), 3)]
    return separator.join(parts)


def _rounded(value, places, rounding):
    """The number with its exponent raised to -places."""
    from _decimal_context import round_off
    from decimal import _made

    shift = -places - value._exp
    if shift <= 0:
        return value
    return _made(value._sign, round_off(value._sign, value._digits, shift, rounding)[0], -places)


def _body(value, kind, precision, rounding):
    """Whole digits, fraction, exponent text of a finite number without its sign."""
    from decimal import _made

    if kind == "%":
        value = _made(value._sign, value._digits, value._exp + 2)
    if precision is not None:
        if kind in "eE":
            value = _significant(value, precision + 1, rounding)
        elif kind in "fF%":
            value = _rounded(value, precision, rounding)
        elif len(str(value._digits)) > max(precision, 1):
            value = _significant(value, max(precision, 1), rounding)
    if not value._digits and value._exp > 0 and kind in "fF%":
        value = _made(value._sign, 0, 0)
    digits = str(value._digits)
    left = value._exp + len(digits)
    if kind in "eE":
        point = 1 - (precision or 0) if not value._digits and precision is not None else 1
    elif kind in "fF%":
        point = left
    else:
        point = left if value._exp <= 0 and left > -6 else 1
    if point < 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point] or "0", digits[point:]
    power = left - point
    if precision is not None and kind in "fF%eE":
        fraction = fraction.ljust(precision, "0")
    letter = "e" if kind in "eg" else "E"
    text = f"{letter}{power:+d}" if power or kind in "eE" else ""
    return whole, fraction, text


def _significant(value, count, rounding):
    from _decimal_context import round_off
    from decimal import _made

    digits = value._digits
    length = len(str(digits))
    if not digits:
        return value
    if length <= count:
        return _made(value._sign, digits * 10 ** (count - length), value._exp - (count - length))
    shift = length - count
    digits, _ = round_off(value._sign, digits, shift, rounding)
    if len(str(digits)) > count:
        digits //= 10
        shift += 1
    return _made(value._sign, digits, value._exp + shift)


def format_decimal(value, spec):
    from decimal import getcontext

    if not isinstance(spec, str):
        raise TypeError("format argument must be str")
    match = _SPEC.fullmatch(spec)
    if match is None:
        raise ValueError("invalid format string")
    given = match.groupdict()
    kind = given["type"] or ("G" if getcontext().capitals else "g")
    is_plain = given["type"] is None
    precision = None if given["precision"] is None else int(given["precision"])
    if kind == "n":
        kind = "g"
    if value._kind:
        body = str(value.copy_abs())
        if kind == "%":
            body += "%"
        is_negative = value._sign == 1
    else:
        rounding = getcontext().rounding
        if is_plain and precision is None:
            text = str(value.copy_abs())
            mantissa, letter, power = text.partition("E" if "E" in text else "e")
            whole, dot, fraction = mantissa.partition(".")
            tail = letter + power
        else:
            whole, fraction, tail = _body(value, kind, precision, rounding)
        is_negative = value._sign == 1
        if given["no_neg_0"] and not (whole + fraction).strip("0"):
            is_negative = False
        separator = given["grouping"] or ""
        if given["zeropad"] and separator and given["width"]:
            sign_width = 1 if is_negative or given["sign"] in ("+", " ") else 0
            rest = len(fraction) + (1 if fraction else 0) + len(tail) + (1 if kind == "%" else 0) + sign_width
            while len(_grouped(whole, separator)) + rest < int(given["width"]):
                whole = "0" + whole
        body = _grouped(whole, separator)
        if fraction:
            body += "." + fraction
        body += tail + ("%" if kind == "%" else "")
    sign = "-" if is_negative else given["sign"] if given["sign"] in ("+", " ") else ""
    width = int(given["width"] or "0")
    fill, align = given["fill"] or " ", given["align"] or ">"
    if given["zeropad"] and not given["align"] and not value._kind:
        fill, align = "0", "="
    padding = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == "=":
        return sign + padding + body
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return padding + sign + body
