"""Decimal numbers with contexts: arithmetic, rounding, formats. What is rarely used of the specification (logical
operations, neighbouring numbers) is not there."""

from _decimal_context import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    BasicContext,
    Clamped,
    Context,
    ConversionSyntax,
    DecimalException,
    DefaultContext,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    ExtendedContext,
    FloatOperation,
    Inexact,
    InvalidContext,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    getcontext,
    localcontext,
    round_off,
    setcontext,
)

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
_MODULUS = 2 ** 61 - 1


class DecimalTuple(tuple):
    def __new__(cls, sign, digits, exponent):
        return super().__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return f"DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})"


def _made(sign, digits, exponent, kind=""):
    """kind is empty for finite numbers, else F (infinity), n (NaN), N (signalling NaN)."""
    self = object.__new__(Decimal)
    self._sign, self._digits, self._exp, self._kind = sign, digits, exponent, kind
    return self


def _infinity(sign):
    return _made(sign, 0, 0, "F")


def _nan():
    return _made(0, 0, 0, "n")


def _length(digits):
    return len(str(digits)) if digits else 1


def _parse(text):
    import re

    match = re.fullmatch(r"([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:E([-+]?\d+))?|(inf(?:inity)?)|(s?nan)(\d*))",
                         text.strip().replace("_", ""), re.I)
    if match is None:
        return None
    sign = 1 if match.group(1) == "-" else 0
    whole, decimals, exponent, infinite, nan, payload = match.group(2, 3, 4, 5, 6, 7)
    if infinite:
        return _infinity(sign)
    if nan:
        return _made(sign, int(payload or "0"), 0, "N" if nan[0] in "sS" else "n")
    decimals = decimals or ""
    return _made(sign, int((whole or "") + decimals), int(exponent or "0") - len(decimals))


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    coefficient = int("".join(map(str, digits)) or "0")
    if exponent == "F":
        return _infinity(sign)
    if exponent in ("n", "N"):
        return _made(sign, coefficient, 0, exponent)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _made(sign, coefficient, exponent)


_FILLABLE = 10 ** 9  # digits: a quotient that does not end cannot fill a greater precision


def _places(a, b):
    """How many decimal places the quotient of two whole numbers has. A quotient that never ends has no room."""
    from math import gcd

    b //= gcd(a, b)
    counts = {2: 0, 5: 0}
    for prime in counts:
        while b % prime == 0:
            b //= prime
            counts[prime] += 1
    if b != 1:
        raise MemoryError
    return max(counts.values())


class Decimal:
    __type_name__ = "decimal.Decimal"
    __slots__ = ("_sign", "_digits", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            made = _parse(value)
            if made is not None and not made._kind and made._is_too_far():
                made = (context or getcontext())._signal(InvalidOperation, InvalidOperation, _nan())
            elif made is None:
                made = (context or getcontext())._signal(InvalidOperation, ConversionSyntax, _nan())
        elif isinstance(value, int):
            made = _made(1 if value < 0 else 0, abs(value), 0)
        elif isinstance(value, Decimal):
            made = _made(value._sign, value._digits, value._exp, value._kind)
        elif isinstance(value, float):
            (context or getcontext())._signal(FloatOperation, FloatOperation, None)
            made = cls._exact_float(value)
        elif isinstance(value, (list, tuple)):
            made = _from_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return made if cls is Decimal else _of_class(cls, made)

    @staticmethod
    def _exact_float(value):
        if value != value:
            return _nan()
        if value in (float("inf"), float("-inf")):
            return _infinity(0 if value > 0 else 1)
        n, d = abs(value).as_integer_ratio()
        k = d.bit_length() - 1
        from math import copysign

        return _made(1 if copysign(1.0, value) < 0 else 0, n * 5 ** k, -k)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        made = cls._exact_float(f)
        return made if cls is Decimal else _of_class(cls, made)

    def _is_too_far(self):
        """No exact number may lie beyond the widest limits of exponents."""
        return self._exp + _length(self._digits) - 1 > MAX_EMAX or self._exp < MIN_ETINY

    # ---- looking ----

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def as_tuple(self):
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple([int(c) for c in str(self._digits)])
        if self._kind:
            return DecimalTuple(self._sign, digits if self._digits else (), self._kind)
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        from fractions import Fraction

        n, d = (self._digits * 10 ** self._exp, 1) if self._exp >= 0 else (self._digits, 10 ** -self._exp)
        made = Fraction(-n if self._sign else n, d)
        return made.numerator, made.denominator

    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._digits) - 1

    def is_nan(self):
        return self._kind in ("n", "N")

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_infinite(self):
        return self._kind == "F"

    def is_finite(self):
        return not self._kind

    def is_zero(self):
        return not self._kind and not self._digits

    def is_signed(self):
        return self._sign == 1

    def is_normal(self, context=None):
        return not self._kind and self._digits != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._digits != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    def number_class(self, context=None):
        if self._kind:
            return {"n": "NaN", "N": "sNaN", "F": "-Infinity" if self._sign else "+Infinity"}[self._kind]
        sign = "-" if self._sign else "+"
        return sign + ("Zero" if not self._digits else "Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == "F"
        return self._exp == other._exp

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._kind == "F":
            return sign + "Infinity"
        if self._kind:
            return sign + ("NaN" if self._kind == "n" else "sNaN") + (str(self._digits) if self._digits else "")
        digits = str(self._digits)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        power = "" if left == point else f"{'E' if (context or getcontext()).capitals else 'e'}{left - point:+d}"
        return sign + whole + fraction + power

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, spec):
        from _decimal_format import format_decimal

        return format_decimal(self, spec)

    def __hash__(self):
        if self._kind:
            if self._kind == "N":
                raise TypeError("Cannot hash a signaling NaN value.")
            return object.__hash__(self) if self._kind == "n" else -314159 if self._sign else 314159
        if self._exp >= 0:
            power = pow(10, self._exp, _MODULUS)
        else:
            power = pow(pow(10, _MODULUS - 2, _MODULUS), -self._exp, _MODULUS)
        value = self._digits % _MODULUS * power % _MODULUS
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __bool__(self):
        return bool(self._kind) or self._digits != 0

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # ---- other numbers ----

    def __int__(self):
        if self._kind:
            raise (OverflowError if self._kind == "F" else ValueError)(
                f"cannot convert {'Infinity' if self._kind == 'F' else 'NaN'} to integer")
        whole = self._digits * 10 ** self._exp if self._exp >= 0 else self._digits // 10 ** -self._exp
        return -whole if self._sign else whole

    __trunc__ = __int__

    def __float__(self):
        if self._kind:
            if self._kind == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return float("nan") if self._kind == "n" else float("-inf") if self._sign else float("inf")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self._to_whole(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._to_whole(ROUND_CEILING))

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_made(0, 1, -n))
        return int(self._to_whole(ROUND_HALF_EVEN))

    def _to_whole(self, rounding):
        if self._kind:
            int(self)
        if self._exp >= 0:
            return self
        return _made(self._sign, round_off(self._sign, self._digits, -self._exp, rounding)[0], 0)

    # ---- comparing ----

    def _order(self, other):
        """-1, 0 or 1; neither is a NaN."""
        if self._kind or other._kind:
            a = 0 if not self._kind else -1 if self._sign else 1
            b = 0 if not other._kind else -1 if other._sign else 1
            return (a > b) - (a < b)
        shift = min(self._exp, other._exp)
        if self._digits and other._digits and abs(self.adjusted() - other.adjusted()) > 1:
            if self._sign != other._sign:
                return -1 if self._sign else 1
            larger = 1 if self.adjusted() > other.adjusted() else -1
            return -larger if self._sign else larger
        a = self._digits * 10 ** (self._exp - shift) if self._digits else 0
        b = other._digits * 10 ** (other._exp - shift) if other._digits else 0
        a, b = -a if self._sign else a, -b if other._sign else b
        return (a > b) - (a < b)

    def _compare(self, other, test, is_equality=False):
        value = _comparable(self, other, is_equality)
        if value is NotImplemented:
            return NotImplemented
        one, value = value
        if one._kind in ("n", "N") or value._kind in ("n", "N"):
            if "N" in (one._kind, value._kind) or not is_equality:
                getcontext()._signal(InvalidOperation, InvalidOperation, None)
            return test is _differs
        return test(one._order(value))

    def __eq__(self, other):
        return self._compare(other, lambda order: order == 0, True)

    def __ne__(self, other):
        return self._compare(other, _differs, True)

    def __lt__(self, other):
        return self._compare(other, lambda order: order < 0)

    def __le__(self, other):
        return self._compare(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compare(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._compare(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        other = _operand(other)
        nan = _first_nan(self, other, context)
        return nan if nan is not None else Decimal(self._order(other))

    def compare_total(self, other, context=None):
        other = _operand(other)
        order = self._order(other)
        if not order and self._sign != other._sign:
            order = -1 if self._sign else 1
        elif not order:
            order = (self._exp > other._exp) - (self._exp < other._exp)
            order = -order if self._sign else order
        return Decimal(order)

    def _larger(self, other, wanted, context):
        other = _operand(other)
        if self.is_nan() or other.is_nan():
            if self.is_nan() and other.is_nan() or "N" in (self._kind, other._kind):
                return _first_nan(self, other, context)
            return (other if self.is_nan() else self)._fix(context or getcontext())
        order = self._order(other) or int(self.compare_total(other))
        return (self if order == wanted or order == 0 else other)._fix(context or getcontext())

    def max(self, other, context=None):
        return self._larger(other, 1, context)

    def min(self, other, context=None):
        return self._larger(other, -1, context)

    # ---- signs ----

    def copy_abs(self):
        return _made(0, self._digits, self._exp, self._kind)

    def copy_negate(self):
        return _made(1 - self._sign, self._digits, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _made(_operand(other)._sign, self._digits, self._exp, self._kind)

    def __neg__(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return self._fix(context)
        made = self.copy_abs() if self.is_zero() and context.rounding != ROUND_FLOOR else self.copy_negate()
        return made._fix(context)

    def __pos__(self, context=None):
        made = self.copy_abs() if self.is_zero() and (context or getcontext()).rounding != ROUND_FLOOR else self
        return made._fix(context or getcontext())

    def __abs__(self, round=True, context=None):
        return self.copy_abs()._fix(context or getcontext())

    # ---- arithmetic ----

    def _fix(self, context):
        """Rounded to the context's precision and exponents."""
        if self._kind:
            if self._kind == "N":
                return context._signal(InvalidOperation, InvalidOperation, _made(self._sign, self._digits, 0, "n"))
            return self
        etiny = context.Emin - context.prec + 1
        if not self._digits:
            exponent = min(max(self._exp, etiny), context.Emax - (context.prec - 1 if context.clamp else 0))
            if exponent != self._exp:
                context._signal(Clamped, Clamped, None)
            return _made(self._sign, 0, exponent)
        length = _length(self._digits)
        lowest = max(self._exp + length - context.prec, etiny)
        made = self
        if self._exp < lowest:
            digits, is_exact = round_off(self._sign, self._digits, lowest - self._exp, context.rounding)
            exponent = lowest
            if _length(digits) > context.prec:
                digits //= 10
                exponent += 1
            is_tiny = self.adjusted() < context.Emin
            made = _made(self._sign, digits, exponent)
            if is_tiny:
                context._signal(Subnormal, Subnormal, None)
                if not is_exact:
                    context._signal(Underflow, Underflow, None)
            if not is_exact:
                context._signal(Inexact, Inexact, None)
            context._signal(Rounded, Rounded, None)
        elif self.adjusted() < context.Emin:
            context._signal(Subnormal, Subnormal, None)
        if made.adjusted() > context.Emax and made._digits:
            result = _infinity(self._sign)
            context._signal(Overflow, Overflow, None)
            context._signal(Inexact, Inexact, None)
            context._signal(Rounded, Rounded, None)
            return result
        highest = context.Emax - context.prec + 1
        if context.clamp and made._exp > highest:
            context._signal(Clamped, Clamped, None)
            made = _made(made._sign, made._digits * 10 ** (made._exp - highest), highest)
        return made

    def __add__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = _first_nan(self, other, context)
        if nan is not None:
            return nan
        if self._kind:
            if other._kind and self._sign != other._sign:
                return context._signal(InvalidOperation, InvalidOperation, _nan())
            return _infinity(self._sign)
        if other._kind:
            return _infinity(other._sign)
        a, b = _near(self, other, context.prec)
        exponent = min(a._exp, b._exp)
        total = ((-a._digits if a._sign else a._digits) * 10 ** (a._exp - exponent)
                 + (-b._digits if b._sign else b._digits) * 10 ** (b._exp - exponent))
        sign = 1 if total < 0 else 0
        if not total:
            both = self._sign and other._sign
            sign = 1 if both or self._sign != other._sign and context.rounding == ROUND_FLOOR else 0
            exponent = min(self._exp, other._exp)
        return _made(sign, abs(total), exponent)._fix(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return self.__add__(other if other.is_nan() else other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = _first_nan(self, other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if self.is_zero() or other.is_zero():
                return context._signal(InvalidOperation, InvalidOperation, _nan())
            return _infinity(sign)
        return _made(sign, self._digits * other._digits, self._exp + other._exp)._fix(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = _first_nan(self, other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return context._signal(InvalidOperation, InvalidOperation, _nan()) if other._kind else _infinity(sign)
        if other._kind:
            context._signal(Clamped, Clamped, None)
            return _made(sign, 0, context.Emin - context.prec + 1)
        if not other._digits:
            if not self._digits:
                return context._signal(InvalidOperation, DivisionUndefined, _nan())
            return context._signal(DivisionByZero, DivisionByZero, _infinity(sign))
        exponent = self._exp - other._exp
        if not self._digits:
            return _made(sign, 0, exponent)._fix(context)
        shift = _length(other._digits) - _length(self._digits) + context.prec + 1
        if context.prec > _FILLABLE:
            shift = _places(self._digits, other._digits)
        if shift >= 0:
            quotient, rest = divmod(self._digits * 10 ** shift, other._digits)
        else:
            quotient, rest = divmod(self._digits, other._digits * 10 ** -shift)
        at = exponent - shift
        if rest:
            # A digit that is neither 0 nor 5 tells rounding that more follows.
            if quotient % 5 == 0:
                quotient += 1
        else:
            while at < exponent and quotient % 10 == 0:
                quotient //= 10
                at += 1
        return _made(sign, quotient, at)._fix(context)

    def __rtruediv__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def _divide_whole(self, other, context):
        """The integer quotient and what is left, both exact and finite numbers; or a NaN twice."""
        exponent = min(self._exp, other._exp)
        a = self._digits * 10 ** (self._exp - exponent)
        b = other._digits * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        if quotient >= 10 ** context.prec:
            nan = context._signal(InvalidOperation, DivisionImpossible, _nan())
            return nan, nan
        return _made(self._sign ^ other._sign, quotient, 0), _made(self._sign, rest, exponent)

    def _division_special(self, other, context):
        nan = _first_nan(self, other, context)
        if nan is not None:
            return nan, nan
        if self._kind:
            nan = context._signal(InvalidOperation, InvalidOperation, _nan())
            return (nan if other._kind else _infinity(self._sign ^ other._sign)), nan
        if other._kind:
            return _made(self._sign ^ other._sign, 0, 0), self._fix(context)
        return None

    def __floordiv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._kind == "F" and not other._kind:
            return _infinity(self._sign ^ other._sign)
        special = self._division_special(other, context)
        if special is not None:
            return special[0]
        if not other._digits:
            if not self._digits:
                return context._signal(InvalidOperation, DivisionUndefined, _nan())
            return context._signal(DivisionByZero, DivisionByZero, _infinity(self._sign ^ other._sign))
        return self._divide_whole(other, context)[0]

    def __rfloordiv__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        special = self._division_special(other, context)
        if special is not None:
            return special[1]
        if not other._digits:
            reason = InvalidOperation if self._digits else DivisionUndefined
            return context._signal(InvalidOperation, reason, _nan())
        return self._divide_whole(other, context)[1]._fix(context)

    def __rmod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        special = self._division_special(other, context)
        if special is not None:
            return special
        if not other._digits:
            if not self._digits:
                nan = context._signal(InvalidOperation, DivisionUndefined, _nan())
                return nan, nan
            context.flags[DivisionByZero] = context.flags[InvalidOperation] = True
            if context.traps[InvalidOperation]:
                raise InvalidOperation([InvalidOperation, DivisionByZero])
            if context.traps[DivisionByZero]:
                raise DivisionByZero([InvalidOperation, DivisionByZero])
            return _infinity(self._sign ^ other._sign), _nan()
        quotient, rest = self._divide_whole(other, context)
        return quotient, rest._fix(context)

    def __rdivmod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def remainder_near(self, other, context=None):
        other = _operand(other)
        context = context or getcontext()
        special = self._division_special(other, context)
        if special is not None:
            return special[1]
        exponent = min(self._exp, other._exp)
        a, b = self._digits * 10 ** (self._exp - exponent), other._digits * 10 ** (other._exp - exponent)
        if not b:
            return context._signal(InvalidOperation, InvalidOperation if a else DivisionUndefined, _nan())
        quotient, rest = divmod(a, b)
        if quotient >= 10 ** context.prec:
            return context._signal(InvalidOperation, DivisionImpossible, _nan())
        sign = self._sign
        if 2 * rest > b or 2 * rest == b and quotient & 1:
            rest = b - rest
            sign = 1 - sign
        return _made(sign if rest else self._sign, rest, exponent)._fix(context)

    def fma(self, other, third, context=None):
        other, third = _operand(other), _operand(third)
        context = context or getcontext()
        if self._kind or other._kind:
            return self.__mul__(other, context).__add__(third, context)
        return _made(self._sign ^ other._sign, self._digits * other._digits, self._exp + other._exp).__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        from _decimal_functions import power, power_modulo

        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        return power(self, other, context) if modulo is None else power_modulo(self, other, _operand(modulo), context)

    def __rpow__(self, other, modulo=None, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__pow__(self, modulo, context)

    def sqrt(self, context=None):
        from _decimal_functions import square_root

        return square_root(self, context or getcontext())

    def exp(self, context=None):
        from _decimal_functions import exponential

        return exponential(self, context or getcontext())

    def ln(self, context=None):
        from _decimal_functions import natural_logarithm

        return natural_logarithm(self, context or getcontext())

    def log10(self, context=None):
        from _decimal_functions import decimal_logarithm

        return decimal_logarithm(self, context or getcontext())

    def logb(self, context=None):
        context = context or getcontext()
        if self._kind:
            return _infinity(0) if self._kind == "F" else _first_nan(self, self, context)
        if not self._digits:
            return context._signal(DivisionByZero, DivisionByZero, _infinity(1))
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        other = _operand(other)
        context = context or getcontext()
        nan = _first_nan(self, other, context)
        if nan is not None:
            return nan
        if other._exp != 0 or other._kind:
            return context._signal(InvalidOperation, InvalidOperation, _nan())
        return self if self._kind else _made(self._sign, self._digits, self._exp + int(other))._fix(context)

    # ---- other exponents ----

    def quantize(self, exp, rounding=None, context=None):
        exp = _operand(exp)
        context = context or getcontext()
        nan = _first_nan(self, exp, context)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return self
            return context._signal(InvalidOperation, InvalidOperation, _nan())
        shift = self._exp - exp._exp
        is_exact = True
        if shift >= 0:
            digits = self._digits * 10 ** shift if self._digits else 0
        else:
            digits, is_exact = round_off(self._sign, self._digits, -shift, rounding or context.rounding)
        if _length(digits) > context.prec or digits and exp._exp + _length(digits) - 1 > context.Emax:
            return context._signal(InvalidOperation, InvalidOperation, _nan())
        if shift < 0:
            context._signal(Rounded, Rounded, None)
        if not is_exact:
            context._signal(Inexact, Inexact, None)
        return _made(self._sign, digits, exp._exp)

    def normalize(self, context=None):
        context = context or getcontext()
        made = self._fix(context)
        if made._kind:
            return made
        if not made._digits:
            return _made(made._sign, 0, 0)
        digits, exponent = made._digits, made._exp
        while digits % 10 == 0 and exponent < context.Emax:
            digits //= 10
            exponent += 1
        return _made(made._sign, digits, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._kind == "N":
            return _first_nan(self, self, context)
        if self._kind or self._exp >= 0:
            return self
        digits, _ = round_off(self._sign, self._digits, -self._exp, rounding or (context or getcontext()).rounding)
        return _made(self._sign, digits, 0)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        made = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            context._signal(Rounded, Rounded, None)
            if made != self:
                context._signal(Inexact, Inexact, None)
        return made


def _of_class(cls, made):
    self = object.__new__(cls)
    self._sign, self._digits, self._exp, self._kind = made._sign, made._digits, made._exp, made._kind
    return self


def _convert(value):
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


def _operand(value):
    made = _convert(value)
    if made is NotImplemented:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return made


def _comparable(one, other, is_equality):
    if isinstance(other, Decimal):
        return one, other
    if isinstance(other, int):
        return one, Decimal(other)
    if isinstance(other, float):
        context = getcontext()
        if is_equality:
            context.flags[FloatOperation] = True
        else:
            context._signal(FloatOperation, FloatOperation, None)
        return one, Decimal._exact_float(other)
    if type(other).__name__ == "Fraction":
        if one._kind:
            return one, Decimal(0)
        return Decimal(_made(one._sign, one._digits * other.denominator, one._exp)), Decimal(other.numerator)
    return NotImplemented


def _differs(order):
    return order != 0


def _first_nan(one, other, context):
    """The NaN that an operation with these operands gives, or None."""
    for kind in ("N", "n"):
        for each in (one, other):
            if each._kind == kind:
                made = _made(each._sign, each._digits, 0, "n")
                if kind == "N":
                    return (context or getcontext())._signal(InvalidOperation, InvalidOperation, made)
                return made
    return None


def _near(a, b, precision):
    """The same operands for an addition, where one is so small that it matters for rounding only."""
    if not a._digits or not b._digits:
        small, large = (a, b) if not a._digits else (b, a)
        if large._digits and small._exp < large._exp:
            lowest = max(small._exp, large._exp + _length(large._digits) - precision - 1)
            small = _made(small._sign, 0, lowest)
        return small, large
    large, small = (a, b) if a.adjusted() >= b.adjusted() else (b, a)
    lowest = large._exp + min(-1, _length(large._digits) - precision - 2)
    if small.adjusted() < lowest and small._exp < lowest:
        small = _made(small._sign, 1, lowest)
    return large, small
