"""Powers, roots and logarithms of decimal numbers: computed with more digits than asked for until rounding is safe."""

from math import isqrt

from _decimal_context import ROUND_HALF_EVEN, InvalidOperation


def _decimal():
    import decimal

    return decimal


def _rounded(value, context):
    """An inexact result with more digits than the precision, rounded half-even as the specification wants."""
    work = context.copy()
    work.rounding = ROUND_HALF_EVEN
    made = value._fix(work)
    for signal in work.flags:
        if work.flags[signal]:
            context.flags[signal] = True
    return made


def square_root(self, context):
    D = _decimal()
    if self._kind:
        nan = D._first_nan(self, self, context)
        if nan is not None:
            return nan
        if not self._sign:
            return self
    if not self._kind and not self._digits:
        return D._made(self._sign, 0, self._exp // 2)._fix(context)
    if self._sign:
        return context._signal(InvalidOperation, InvalidOperation, D._nan())
    precision = context.prec + 1
    digits, exponent = self._digits, self._exp
    half = exponent >> 1
    if exponent & 1:
        digits *= 10
    length = (D._length(digits) + 1) >> 1
    shift = precision - length
    is_exact = True
    if shift >= 0:
        digits *= 100 ** shift
    else:
        digits, rest = divmod(digits, 100 ** -shift)
        is_exact = not rest
    half -= shift
    root = isqrt(digits)
    is_exact = is_exact and root * root == digits
    if is_exact:
        if shift >= 0:
            root //= 10 ** shift
        else:
            root *= 10 ** -shift
        half += shift
    elif root % 5 == 0:
        root += 1
    return _rounded(D._made(0, root, half), context)


# Fixed-point: integers that stand for x / 10**places.


def _exp_fixed(x, places):
    """exp(x) for |x| < 1: the argument is halved until the series is short."""
    one = 10 ** places
    halvings = 10
    x >>= halvings
    term = total = one
    n = 1
    while term:
        term = term * x // (one * n)
        total += term
        n += 1
        if -2 < term < 2:
            break
    for _ in range(halvings):
        total = total * total // one
    return total


def _ln_fixed(numerator, denominator, places):
    """ln(numerator / denominator) for a ratio between 0.5 and 2."""
    one = 10 ** places
    y = (numerator - denominator) * one // (numerator + denominator)
    square = y * y // one
    total = term = y
    n = 3
    while term:
        term = term * square // one
        total += term // n
        n += 2
        if -2 < term < 2:
            break
    return 2 * total


def _ln10(places):
    # 10 = 1.25 * 2**3
    return _ln_fixed(5, 4, places + 10) // 10 ** 10 + 3 * _ln2(places)


def _ln2(places):
    return _ln_fixed(2, 1, places + 10) // 10 ** 10


def _ln_of(self, places):
    """ln of a positive finite number, in fixed point."""
    work = places + 20
    digits = self._digits
    length = len(str(digits))
    exponent = self._exp + length
    # digits / 10**length is in [0.1, 1): doubled into [0.5, 1)
    denominator = 10 ** length
    twos = 0
    while 2 * digits < denominator:
        digits *= 2
        twos += 1
    total = _ln_fixed(digits, denominator, work) - twos * _ln2(work) + exponent * _ln10(work)
    return total // 10 ** 20


def exponential(self, context):
    D = _decimal()
    if self._kind:
        nan = D._first_nan(self, self, context)
        return nan if nan is not None else D._made(0, 0, 0) if self._sign else self
    if not self._digits:
        return D.Decimal(1)
    places = context.prec + max(self.adjusted(), 0) + 20
    if self.adjusted() > 7:
        big = D._made(0, 1, context.Emax + 1 if not self._sign else context.Emin - context.prec - 1)
        return _rounded(big, context)
    x = self._digits * 10 ** (places + self._exp) if places + self._exp >= 0 else self._digits // 10 ** -(places + self._exp)
    x = -x if self._sign else x
    ln10 = _ln10(places)
    power, rest = divmod(x, ln10)
    value = _exp_fixed(rest // 8, places)
    for _ in range(3):
        value = value * value // 10 ** places
    return _rounded(D._made(0, value | 1, power - places), context)


def natural_logarithm(self, context):
    D = _decimal()
    if self._kind == "F" and not self._sign:
        return self
    nan = D._first_nan(self, self, context)
    if nan is not None:
        return nan
    if not self._kind and not self._digits:
        return D._infinity(1)
    if self._sign:
        return context._signal(InvalidOperation, InvalidOperation, D._nan())
    if self == 1:
        return D.Decimal(0)
    places = context.prec + 10 + max(-self.adjusted(), 0)
    while True:
        value = _ln_of(self, places)
        if len(str(abs(value))) > context.prec + 3:
            break
        places += context.prec
    return _rounded(D._made(1 if value < 0 else 0, abs(value) | 1, -places), context)


def decimal_logarithm(self, context):
    D = _decimal()
    if self._kind == "F" and not self._sign:
        return self
    nan = D._first_nan(self, self, context)
    if nan is not None:
        return nan
    if not self._kind and not self._digits:
        return D._infinity(1)
    if self._sign:
        return context._signal(InvalidOperation, InvalidOperation, D._nan())
    text = str(self._digits)
    if text.rstrip("0") == "1":
        return D.Decimal(self.adjusted())._fix(context)
    places = context.prec + 10
    while True:
        work = places + 10
        value = _ln_of(self, work) * 10 ** places // _ln10(work)
        if len(str(abs(value))) > context.prec + 3:
            break
        places += context.prec
    return _rounded(D._made(1 if value < 0 else 0, abs(value) | 1, -places), context)


def power(self, other, context):
    D = _decimal()
    nan = D._first_nan(self, other, context)
    if nan is not None:
        return nan
    if not other:
        if not self:
            return context._signal(InvalidOperation, InvalidOperation, D._nan())
        return D.Decimal(1)
    is_whole = not other._kind and other == other.to_integral_value()
    sign = 1 if self._sign and is_whole and int(other) % 2 else 0
    if self._sign and not is_whole and self:
        if not (self._kind == "F" and other._kind == "F"):
            return context._signal(InvalidOperation, InvalidOperation, D._nan())
    if not self:
        return D._made(sign, 0, 0) if not other._sign else D._infinity(sign)
    if self._kind == "F":
        return D._infinity(sign) if not other._sign else D._made(sign, 0, 0)
    if other._kind == "F":
        order = self.copy_abs()._order(D.Decimal(1))
        if order == 0:
            return D._made(0, 10 ** (context.prec - 1), 1 - context.prec)
        return D._infinity(0) if (order > 0) != bool(other._sign) else D._made(0, 0, 0)
    if is_whole and abs(int(other)) < 10 ** 6:
        return _whole_power(self, int(other), sign, context)
    work = context.copy()
    work.prec += 10
    work.clear_traps()
    product = natural_logarithm(self.copy_abs(), work).__mul__(other, work)
    made = exponential(product, work)
    return _rounded(D._made(sign, made._digits, made._exp, made._kind), context)


def _whole_power(self, n, sign, context):
    D = _decimal()
    digits = self._digits ** abs(n) if len(str(self._digits)) * abs(n) < 20000 else None
    if digits is None:
        work = context.copy()
        work.prec += len(str(abs(n))) + 5
        result = D.Decimal(1)
        base, left = self.copy_abs(), abs(n)
        while left:
            if left & 1:
                result = result.__mul__(base, work)
            base = base.__mul__(base, work)
            left >>= 1
        if n < 0:
            result = D.Decimal(1).__truediv__(result, work)
        return _rounded(D._made(sign, result._digits, result._exp, result._kind), context)
    if n >= 0:
        return D._made(sign, digits, self._exp * n)._fix(context)
    made = D._made(0, 1, 0).__truediv__(D._made(0, digits, self._exp * -n), context)
    return D._made(sign, made._digits, made._exp, made._kind)


def power_modulo(self, other, modulo, context):
    D = _decimal()
    for each in (self, other, modulo):
        if each._kind or each._exp < 0 and each != each.to_integral_value():
            return context._signal(InvalidOperation, InvalidOperation, D._nan())
    if other < 0 or not modulo:
        return context._signal(InvalidOperation, InvalidOperation, D._nan())
    sign = 1 if self._sign and int(other) % 2 else 0
    return D._made(sign, pow(abs(int(self)), int(other), abs(int(modulo))), 0)
