# Every function of math, and its complaints.
import math


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (math.sqrt(2), math.sqrt(4), math.cbrt(27), math.exp(1), math.exp2(10), math.expm1(1e-10)))  #=> (1.4142135623730951, 2.0, 3.0000000000000004, 2.718281828459045, 1024.0, 1.00000000005e-10)
show(lambda: (math.log(8), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(10**400), math.log2(2**2000), math.log10(10**400)))  #=> (2.0794415416798357, 3.0, 3.0, 3.0, 9.999999999500001e-11, 921.0340371976182, 2000.0, 400.0)
show(lambda: (math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.atan2(0, -1)))  #=> (0.8414709848078965, 0.5403023058681398, 1.5574077246549023, 1.5707963267948966, 1.0471975511965979, 0.7853981633974483, -2.356194490192345, 3.141592653589793)
show(lambda: (math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5)))  #=> (1.1752011936438014, 1.5430806348152437, 0.7615941559557649, 0.881373587019543, 1.3169578969248166, 0.5493061443340548)
show(lambda: (math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.dist([1, 2], [4, 6])))  #=> (180.0, 3.141592653589793, 5.0, 3.7416573867739413, 0.0, 5.0)
show(lambda: (math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(10**30), math.floor(1e300) % 1000))  #=> (2, -3, 3, -2, -2, 1000000000000000000000000000000, 160)
show(lambda: (math.fabs(-3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(2.5), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4)))  #=> (3.0, -1.0, -1.0, (0.5, 2.0), (-0.5, -2.0), (0.5, 4), 8.0)
show(lambda: (math.copysign(3, -0.0), math.nextafter(1, 2), math.ulp(1), math.ulp(0), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9)))  #=> (-3.0, 1.0000000000000002, 2.220446049250313e-16, 5e-324, True, True, True)
show(lambda: (math.isfinite(1), math.isinf(math.inf), math.isnan(math.nan), math.isfinite(math.nan)))  #=> (True, True, True, False)
show(lambda: (math.factorial(0), math.factorial(20), math.factorial(30), math.comb(10, 3), math.comb(5, 7), math.perm(5, 2), math.perm(5), math.isqrt(17), math.isqrt(10**40)))  #=> (1, 2432902008176640000, 265252859812191058636308480000000, 120, 0, 20, 120, 4, 100000000000000000000)
show(lambda: (math.gcd(12, 18), math.gcd(), math.gcd(0, 0), math.gcd(-4, 6, 8), math.lcm(4, 6), math.lcm(), math.lcm(0, 3), math.lcm(2, 3, 4)))  #=> (6, 0, 0, 2, 12, 1, 0, 12)
show(lambda: (math.prod([1, 2, 3]), math.prod([]), math.prod([1.5, 2], start=2), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([])))  #=> (6, 1, 6.0, 1.0, 1.0, 0.0)
show(lambda: (math.erf(0.5), math.erfc(0.5), math.gamma(5), math.pow(2, 0.5), math.pow(2, -1), math.pow(0, 0)))  #=> (0.5204998778130465, 0.4795001221869535, 24.0, 1.4142135623730951, 0.5, 1.0)
show(lambda: (math.pi, math.e, math.tau, math.inf, math.nan))  #=> (3.141592653589793, 2.718281828459045, 6.283185307179586, inf, nan)
show(lambda: math.sqrt(-1))  #=> ValueError math domain error
show(lambda: math.log(0))  #=> ValueError math domain error
show(lambda: math.log(-1))  #=> ValueError math domain error
show(lambda: math.log(10, 1))  #=> ZeroDivisionError float division by zero
show(lambda: math.exp(1000))  #=> OverflowError math range error
show(lambda: math.factorial(-1))  #=> ValueError factorial() not defined for negative values
show(lambda: math.factorial(1.5))  #=> TypeError 'float' object cannot be interpreted as an integer
show(lambda: math.sqrt("a"))  #=> TypeError must be real number, not str
show(lambda: math.sqrt())  #=> TypeError math.sqrt() takes exactly one argument (0 given)
show(lambda: math.sqrt(1, 2))  #=> TypeError math.sqrt() takes exactly one argument (2 given)
show(lambda: math.floor(math.inf))  #=> OverflowError cannot convert float infinity to integer
show(lambda: math.ceil(math.nan))  #=> ValueError cannot convert float NaN to integer
show(lambda: math.floor("a"))  #=> TypeError must be real number, not str
show(lambda: math.trunc("a"))  #=> TypeError type str doesn't define __trunc__ method
show(lambda: math.pow(0, -1))  #=> ValueError math domain error
show(lambda: math.pow(10, 1000))  #=> OverflowError math range error
show(lambda: math.pow(-1, 0.5))  #=> ValueError math domain error
show(lambda: math.fmod(1, 0))  #=> ValueError math domain error
show(lambda: math.remainder(1, 0))  #=> ValueError math domain error
show(lambda: math.comb(-1, 2))  #=> ValueError n must be a non-negative integer
show(lambda: math.comb(1, -2))  #=> ValueError k must be a non-negative integer
show(lambda: math.comb(1.0, 2))  #=> TypeError 'float' object cannot be interpreted as an integer
show(lambda: math.perm(-1))  #=> ValueError factorial() not defined for negative values
show(lambda: math.isqrt(-1))  #=> ValueError isqrt() argument must be nonnegative
show(lambda: math.isqrt(1.5))  #=> TypeError 'float' object cannot be interpreted as an integer
show(lambda: math.gcd(1.5))  #=> TypeError 'float' object cannot be interpreted as an integer
show(lambda: math.acos(2))  #=> ValueError math domain error
show(lambda: math.atanh(1))  #=> ValueError math domain error
show(lambda: math.sin(math.inf))  #=> ValueError math domain error
show(lambda: math.cosh(1000))  #=> OverflowError math range error
show(lambda: math.gamma(0))  #=> ValueError math domain error
show(lambda: math.gamma(-1))  #=> ValueError math domain error
show(lambda: math.gamma(200))  #=> OverflowError math range error
show(lambda: math.lgamma(0))  #=> ValueError math domain error
show(lambda: math.ldexp(1, 1.5))  #=> TypeError Expected an int as second argument to ldexp.
show(lambda: math.ldexp(1, 5000))  #=> OverflowError math range error
show(lambda: math.isclose(1, 2, rel_tol=-1))  #=> ValueError tolerances must be non-negative
show(lambda: math.dist([1], [1, 2]))  #=> ValueError both points must have the same number of dimensions
show(lambda: math.fsum([1, "a"]))  #=> TypeError must be real number, not str
show(lambda: math.fsum([math.inf, -math.inf]))  #=> ValueError -inf + inf in fsum
show(lambda: math.fsum([1e308, 1e308]))  #=> OverflowError intermediate overflow in fsum
show(lambda: math.prod(["a", 2]))  #=> 'aa'
show(lambda: math.hypot("a"))  #=> TypeError must be real number, not str
show(lambda: math.nope)  #=> AttributeError module 'math' has no attribute 'nope'

class Money:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


money = Money(6.25)
print(math.sqrt(money), math.floor(money), math.ceil(money), math.trunc(money))  #=> 2.5 floor ceil trunc
print(math.sqrt(True), math.floor(True), math.gcd(True, 2))  #=> 1.0 1 1
