# Fractions, decimals, averages.
import decimal
import statistics
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), Fraction(0.5), Fraction("3/9"), -Fraction(1, 2), Fraction(7, 3) // 1, Fraction(7, 3) % 1))  #=> (Fraction(1, 2), Fraction(1, 4), Fraction(1, 2), Fraction(1, 3), Fraction(-1, 2), 2, Fraction(1, 3))
show(lambda: (Fraction(1, 2) == 0.5, Fraction(1, 3) < 0.5, hash(Fraction(2)) == hash(2), round(Fraction(7, 3), 1), float(Fraction(1, 4)), int(Fraction(-7, 3)), str(Fraction(4, 2))))  #=> (True, True, True, Fraction(23, 10), 0.25, -2, '2')
show(lambda: (Fraction(3.14159).limit_denominator(100), Fraction(2, 3) ** 2, Fraction(2, 3) ** -1, Fraction(4, 9) ** 0.5, sum([Fraction(1, 3)] * 3)))  #=> (Fraction(311, 99), Fraction(4, 9), Fraction(3, 2), 0.6666666666666666, Fraction(1, 1))
show(lambda: Fraction(1, 0))  #=> ZeroDivisionError Fraction(1, 0)
show(lambda: Fraction("x"))  #=> ValueError Invalid literal for Fraction: 'x'
show(lambda: Fraction(1, 2) + "a")  #=> TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
show(lambda: (Decimal("1.10") + Decimal("2.2"), Decimal(1) / 3, Decimal("10") // 3, Decimal("10") % 3, Decimal(2) ** 10, Decimal(2) ** Decimal("0.5"), -Decimal("1.50")))  #=> (Decimal('3.30'), Decimal('0.3333333333333333333333333333'), Decimal('3'), Decimal('1'), Decimal('1024'), Decimal('1.414213562373095048801688724'), Decimal('-1.50'))
show(lambda: (Decimal(0.1), Decimal("1E+3"), Decimal((1, (1, 2), -1)), str(Decimal("1E-10")), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), Decimal("1.0") == 1, hash(Decimal("1.0")) == hash(1)))  #=> (Decimal('0.1000000000000000055511151231257827021181583404541015625'), Decimal('1E+3'), Decimal('-1.2'), '1E-10', True, True, True)
show(lambda: (Decimal("3.14159").quantize(Decimal("0.01")), Decimal("2.5").quantize(Decimal("1")), Decimal("2.5").quantize(Decimal("1"), rounding=decimal.ROUND_HALF_UP), round(Decimal("2.675"), 2), round(Decimal("2.5"))))  #=> (Decimal('3.14'), Decimal('2'), Decimal('3'), Decimal('2.68'), 2)
show(lambda: (Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(1000).log10(), Decimal("1.500").normalize(), Decimal("123.456").as_tuple(), Decimal("0.125").as_integer_ratio()))  #=> (Decimal('1.414213562373095048801688724'), Decimal('2.718281828459045235360287471'), Decimal('2.302585092994045684017991455'), Decimal('3'), Decimal('1.5'), DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6), exponent=-3), (1, 8))
show(lambda: (f"{Decimal('1234.567'):,.2f}", f"{Decimal('0.5'):%}", f"{Decimal('1.5'):>8}", f"{Decimal('12345'):.2e}", int(Decimal("7.9")), float(Decimal("0.25")), Decimal("NaN").is_nan(), Decimal("-Infinity")))  #=> ('1,234.57', '50%', '     1.5', '1.23e+4', 7, 0.25, True, Decimal('-Infinity'))
show(lambda: (max(Decimal("1"), Decimal("2")), sorted([Decimal("3"), 1, 2.5]), Decimal("1") < 2, Decimal("5").compare(3), divmod(Decimal(7), 2)))  #=> (Decimal('2'), [1, 2.5, Decimal('3')], True, Decimal('1'), (Decimal('3'), Decimal('1')))
show(lambda: getcontext())  #=> Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Inexact, FloatOperation, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
show(lambda: Decimal(1) / 0)  #=> DivisionByZero [<class 'decimal.DivisionByZero'>]
show(lambda: Decimal(0) / 0)  #=> InvalidOperation [<class 'decimal.DivisionUndefined'>]
show(lambda: Decimal("abc"))  #=> InvalidOperation [<class 'decimal.ConversionSyntax'>]
show(lambda: Decimal("1") + 1.0)  #=> TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
show(lambda: Decimal("1") + "a")  #=> TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'str'
show(lambda: Decimal("1e30").quantize(Decimal("0.01")))  #=> InvalidOperation [<class 'decimal.InvalidOperation'>]
show(lambda: (statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.fmean([1, 2, 4]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.mode("aabbb"), statistics.multimode("aabb")))  #=> (2.5, 1.5, 2.3333333333333335, 2, 2.5, 'b', ['a', 'b'])
show(lambda: (statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3, 4]), statistics.variance([1.5, 2.5, 4]), statistics.pvariance([1, 2, 3]), statistics.quantiles(range(10)), statistics.geometric_mean([1, 2, 4]), statistics.harmonic_mean([40, 60])))  #=> (1.2909944487358056, 1.118033988749895, 1.5833333333333333, 0.6666666666666666, [1.75, 4.5, 7.25], 2.0, 48.0)
show(lambda: (statistics.mean([Fraction(1, 2), Fraction(1, 3)]), statistics.mean([Decimal("0.5"), Decimal("1.5")]), statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.NormalDist(0, 1).cdf(1)))  #=> (Fraction(5, 12), Decimal('1'), 0.9933992677987828, LinearRegression(slope=2.0, intercept=0.0), 0.8413447460685429)
show(lambda: statistics.mean([]))  #=> StatisticsError mean requires at least one data point
show(lambda: statistics.stdev([1]))  #=> StatisticsError stdev requires at least two data points
show(lambda: statistics.mode([]))  #=> StatisticsError no mode for empty data

with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 3)  #=> 0.33333
    context.rounding = decimal.ROUND_UP
    print(Decimal(1) / 3, context.flags[decimal.Inexact])  #=> 0.33334 True
print(Decimal(1) / 3)  #=> 0.3333333333333333333333333333
getcontext().prec = 4
print(Decimal("1.23456") + 0, Decimal("1.23456"))  #=> 1.235 1.23456
getcontext().traps[decimal.DivisionByZero] = False
print(Decimal(1) / 0)  #=> Infinity
