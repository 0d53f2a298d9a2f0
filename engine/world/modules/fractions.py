"""Exact ratios of integers."""

import math

__all__ = ["Fraction"]

_MODULUS = 2 ** 61 - 1


def _parse(text):
    import re

    match = re.fullmatch(r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:/(\d+(?:_\d+)*)|(?:\.(\d*|\d+(?:_\d+)*))?"
                         r"(?:E([-+]?\d+(?:_\d+)*))?)\s*", text, re.I)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    sign, whole, below, decimals, power = match.groups()
    numerator = int(whole or "0")
    denominator = 1
    if below:
        denominator = int(below)
    else:
        if decimals:
            decimals = decimals.replace("_", "")
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals)
        if power:
            if int(power) >= 0:
                numerator *= 10 ** int(power)
            else:
                denominator *= 10 ** -int(power)
    return -numerator if sign == "-" else numerator, denominator


def _is_rational(value):
    return isinstance(value, (int, Fraction)) or hasattr(value, "numerator") and hasattr(value, "denominator")


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif _is_rational(numerator):
                numerator, denominator = numerator.numerator, numerator.denominator
            elif hasattr(numerator, "as_integer_ratio"):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif _is_rational(numerator) and _is_rational(denominator):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        return _made(cls, numerator // common, denominator // common)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, up to the bound.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        one, other = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return one if abs(one - self) <= abs(other - self) else other

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def _arithmetic(self, other, exact, inexact):
        if isinstance(other, (int, Fraction)):
            return exact(self, other)
        if isinstance(other, float):
            return inexact(float(self), other)
        if isinstance(other, complex):
            return inexact(complex(self), other)
        return NotImplemented

    def _reflected(self, other, exact, inexact):
        if isinstance(other, int):
            return exact(Fraction(other), self)
        if isinstance(other, float):
            return inexact(other, float(self))
        if isinstance(other, complex):
            return inexact(other, complex(self))
        return NotImplemented

    def __add__(self, other):
        return self._arithmetic(other, lambda a, b: Fraction(a._numerator * b.denominator + b.numerator * a._denominator,
                                                             a._denominator * b.denominator), lambda a, b: a + b)

    def __radd__(self, other):
        return self._reflected(other, lambda a, b: a + b, lambda a, b: a + b)

    def __sub__(self, other):
        return self._arithmetic(other, lambda a, b: Fraction(a._numerator * b.denominator - b.numerator * a._denominator,
                                                             a._denominator * b.denominator), lambda a, b: a - b)

    def __rsub__(self, other):
        return self._reflected(other, lambda a, b: a - b, lambda a, b: a - b)

    def __mul__(self, other):
        return self._arithmetic(other, lambda a, b: Fraction(a._numerator * b.numerator, a._denominator * b.denominator),
                                lambda a, b: a * b)

    def __rmul__(self, other):
        return self._reflected(other, lambda a, b: a * b, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._arithmetic(other, _quotient, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._reflected(other, lambda a, b: a / b, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._arithmetic(other, lambda a, b: (a._numerator * b.denominator) // (a._denominator * b.numerator),
                                lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._reflected(other, lambda a, b: a // b, lambda a, b: a // b)

    def __mod__(self, other):
        return self._arithmetic(other, _rest, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._reflected(other, lambda a, b: a % b, lambda a, b: a % b)

    def __divmod__(self, other):
        return self._arithmetic(other, lambda a, b: (a // b, a % b), divmod)

    def __rdivmod__(self, other):
        return self._reflected(other, divmod, divmod)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator == 1:
                power = other.numerator
                if power >= 0:
                    return _made(Fraction, self._numerator ** power, self._denominator ** power)
                return Fraction(self._denominator ** -power, self._numerator ** -power)
            return float(self) ** float(other)
        return float(self) ** other

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** (self._numerator if self._denominator == 1 else float(self))

    def __pos__(self):
        return _made(Fraction, self._numerator, self._denominator)

    def __neg__(self):
        return _made(Fraction, -self._numerator, self._denominator)

    def __abs__(self):
        return _made(Fraction, abs(self._numerator), self._denominator)

    def __int__(self):
        return int(self.__trunc__())

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 > self._denominator or rest * 2 == self._denominator and whole & 1:
                whole += 1
            return whole
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return False
            return self == Fraction(*other.as_integer_ratio())
        return NotImplemented

    def _compare(self, other, compare):
        if isinstance(other, (int, Fraction)):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return compare(0.0, other)
            return self._compare(Fraction(*other.as_integer_ratio()), compare)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _quotient(a, b):
    if not b.numerator:
        raise ZeroDivisionError(f"Fraction({a._numerator // (abs(a._numerator) or 1)}, 0)")
    return Fraction(a._numerator * b.denominator, a._denominator * b.numerator)


def _rest(a, b):
    if not b.numerator:
        raise ZeroDivisionError("integer modulo by zero")
    return a - (a // b) * b


def _made(cls, numerator, denominator):
    self = object.__new__(cls)
    self._numerator = numerator
    self._denominator = denominator
    return self
