"""Contexts, signals and rounding of decimal numbers."""

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


def round_off(sign, digits, places, rounding):
    """The digits without the last `places`, rounded; and whether nothing was lost."""
    divisor = 10 ** places
    whole, rest = divmod(digits, divisor)
    if not rest:
        return whole, True
    half = 2 * rest - divisor
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or half == 0 and whole & 1
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    else:
        up = False
    return whole + 1 if up else whole, False


# The order in which a context's repr names them.
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


class _Flags(dict):
    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{value}" for signal, value in self.items()]) + "}"


def _flags(given, default=()):
    if given is None:
        given = default
    if isinstance(given, dict):
        return _Flags({signal: bool(given.get(signal)) for signal in _SIGNALS})
    return _Flags({signal: signal in given for signal in _SIGNALS})


class Context:
    __module__ = "decimal"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        template = _state.get("default")
        for name, value, standard in (("prec", prec, 28), ("rounding", rounding, ROUND_HALF_EVEN),
                                      ("Emin", Emin, -999999), ("Emax", Emax, 999999), ("capitals", capitals, 1),
                                      ("clamp", clamp, 0)):
            if value is None:
                value = standard if template is None else getattr(template, name)
            setattr(self, name, value)
        self.flags = _flags(flags)
        default = (InvalidOperation, DivisionByZero, Overflow) if template is None else template.traps
        self.traps = _flags(traps, default)

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if value < 1:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("capitals", "clamp") and value not in (0, 1):
            raise ValueError(f"valid values for {name} are 0 or 1")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join([signal.__name__ for signal in _SHOWN if self.flags[signal]])
        traps = ", ".join([signal.__name__ for signal in _SHOWN if self.traps[signal]])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def _signal(self, signal, reason, result):
        """Notes a condition; raises it if it is trapped, else gives the result."""
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([reason])
        return result

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags),
                       dict(self.traps))

    __copy__ = copy

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0"):
        from decimal import Decimal

        return Decimal(num, self)._fix(self)

    def create_decimal_from_float(self, f):
        from decimal import Decimal

        return Decimal.from_float(f)._fix(self)

    def _call(self, name, *args):
        from decimal import Decimal

        first = args[0] if isinstance(args[0], Decimal) else Decimal(args[0])
        return getattr(Decimal, name)(first, *args[1:], context=self)


def _forward(name, method):
    def function(self, *args):
        return self._call(method, *args)

    function.__name__ = name
    setattr(Context, name, function)


for _name, _method in (("add", "__add__"), ("subtract", "__sub__"), ("multiply", "__mul__"), ("divide", "__truediv__"),
                       ("divide_int", "__floordiv__"), ("remainder", "__mod__"), ("divmod", "__divmod__"),
                       ("minus", "__neg__"), ("plus", "__pos__"), ("abs", "__abs__"), ("sqrt", "sqrt"), ("exp", "exp"),
                       ("ln", "ln"), ("log10", "log10"), ("logb", "logb"), ("compare", "compare"), ("max", "max"),
                       ("min", "min"), ("normalize", "normalize"), ("fma", "fma"), ("scaleb", "scaleb"),
                       ("remainder_near", "remainder_near"), ("to_integral_value", "to_integral_value"),
                       ("to_integral_exact", "to_integral_exact"), ("number_class", "number_class"),
                       ("is_normal", "is_normal"), ("is_subnormal", "is_subnormal")):
    _forward(_name, _method)


def _quantize(self, a, b):
    return _as_decimal(a).quantize(b, context=self)


def _power(self, a, b, modulo=None):
    return _as_decimal(a).__pow__(b, modulo, context=self)


def _as_decimal(value):
    from decimal import Decimal

    return value if isinstance(value, Decimal) else Decimal(value)


Context.quantize = _quantize
Context.power = _power
Context.to_sci_string = lambda self, a: _as_decimal(a).__str__(context=self)

_state = {}
DefaultContext = _state["default"] = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])


def _variable():
    known = _state.get("variable")
    if known is None:
        from contextvars import ContextVar

        known = _state["variable"] = ContextVar("decimal_context")
    return known


def getcontext():
    variable = _variable()
    context = variable.get(None)
    if context is None:
        context = Context()
        variable.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _variable().set(context)


class _Local:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *args):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    made = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value if name not in ("flags", "traps") else _flags(value))
    return _Local(made)
