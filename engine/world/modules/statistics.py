"""Averages and spreads, exact where the numbers are."""

from fractions import Fraction
from math import erf, exp, fabs, fsum, hypot, log, sqrt, tau

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    pass


def _exact(value):
    """A number as a fraction, or None for infinities and NaN."""
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    try:
        return Fraction(*value.as_integer_ratio())
    except (OverflowError, ValueError):
        return None
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _kind(values):
    """The type that results get: the widest among the numbers'."""
    kind = int
    for value in values:
        each = type(value)
        if each is kind or each is bool or each is int and kind is not int:
            continue
        if kind is int or issubclass(each, kind):
            kind = each
        elif issubclass(kind, each):
            pass
        elif kind is float and each is Fraction or kind is Fraction and each is float:
            kind = float
        else:
            raise TypeError(f"don't know how to coerce {kind.__name__} and {each.__name__}")
    return kind


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    if issubclass(kind, (int, float)):
        if isinstance(value, Fraction) and issubclass(kind, float):
            return kind(value.numerator / value.denominator)
        return kind(value)
    if kind is Fraction:
        return value
    return kind(value.numerator) / kind(value.denominator)


def _sum(values):
    """The exact sum; a float where infinities or NaN take part."""
    total = Fraction(0)
    special = None
    for value in values:
        exact = _exact(value)
        if exact is None:
            special = value if special is None else special + value
        else:
            total += exact
    return total if special is None else special


def _need(values, least, what):
    if len(values) < least:
        raise StatisticsError(what)


def mean(data):
    values = list(data)
    _need(values, 1, "mean requires at least one data point")
    total = _sum(values)
    return _convert(total / len(values), _kind(values)) if isinstance(total, Fraction) else total / len(values)


def fmean(data, weights=None):
    values = list(data)
    if weights is None:
        _need(values, 1, "fmean requires at least one data point")
        return fsum(values) / len(values)
    weights = list(weights)
    if len(values) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([value * weight for value, weight in zip(values, weights)]) / total


def geometric_mean(data):
    values = list(data)
    try:
        return exp(fmean([log(value) for value in values]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    values = list(data)
    message = "harmonic mean does not support negative values"
    _need(values, 1, "harmonic_mean requires at least one data point")
    if len(values) == 1 and weights is None:
        if values[0] < 0:
            raise StatisticsError(message)
        return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError("Number of weights does not match data size")
    if any([value < 0 for value in values]):
        raise StatisticsError(message)
    if any([value == 0 for value in values]):
        return 0
    total = _sum([weight / value if weight else 0 for weight, value in zip(weights, values)])
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(_sum(weights) / total, _kind([weight / value for weight, value in zip(weights, values)]))


def median(data):
    values = sorted(data)
    _need(values, 1, "no median for empty data")
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(data)
    _need(values, 1, "no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    _need(values, 1, "no median for empty data")
    return values[len(values) // 2]


def median_grouped(data, interval=1):
    values = sorted(data)
    _need(values, 1, "no median for empty data")
    n = len(values)
    x = values[n // 2]
    below = sum([value < x for value in values])
    same = sum([value == x for value in values])
    return float(x) - float(interval) / 2 + float(interval) * (n / 2 - below) / same


def _counts(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    _need(values, 2, "must have at least two data points")
    if method not in ("exclusive", "inclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    found = []
    size = len(values)
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            found.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            found.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
    return found


def _squares(values, center=None):
    """The exact sum of squared distances from the mean (or another centre), and the type of the numbers."""
    kind = _kind(values)
    if center is None:
        center = _sum(values) / len(values)
    if not isinstance(center, (int, Fraction)):
        exact = _exact(center)
        if exact is None:
            return sum([(value - center) ** 2 for value in values]), kind
        center = exact
    return _sum([(_exact(value) - center) ** 2 for value in values]), kind


def variance(data, xbar=None):
    values = list(data)
    _need(values, 2, "variance requires at least two data points")
    total, kind = _squares(values, xbar)
    return _convert(total / (len(values) - 1), kind)


def pvariance(data, mu=None):
    values = list(data)
    _need(values, 1, "pvariance requires at least one data point")
    total, kind = _squares(values, mu)
    return _convert(total / len(values), kind)


def _root(value):
    """The square root of an exact number, correctly rounded."""
    from math import isqrt

    n, m = value.numerator, value.denominator
    if not n:
        return 0.0
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    scaled = isqrt((n << -2 * shift) // m) if shift < 0 else isqrt(n // (m << 2 * shift))
    exact = scaled * scaled * m == (n << -2 * shift) if shift < 0 else scaled * scaled * (m << 2 * shift) == n
    scaled = scaled if exact else scaled | 1
    return float(scaled << shift) if shift >= 0 else scaled / (1 << -shift)


def stdev(data, xbar=None):
    values = list(data)
    _need(values, 2, "stdev requires at least two data points")
    total, kind = _squares(values, xbar)
    result = _root(total / (len(values) - 1))
    return kind(result) if not issubclass(kind, (int, float, Fraction)) else result


def pstdev(data, mu=None):
    values = list(data)
    _need(values, 1, "pstdev requires at least one data point")
    total, kind = _squares(values, mu)
    result = _root(total / len(values))
    return kind(result) if not issubclass(kind, (int, float, Fraction)) else result


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    _need(x, 2, "covariance requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    _need(x, 2, "correlation requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = fsum([(d := a - xbar) * d for a in x])
    syy = fsum([(d := b - ybar) * d for b in y])
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / sqrt(sxx * syy)


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    _need(x, 2, "linear regression requires at least two data points")
    if proportional:
        sxy = fsum([a * b for a, b in zip(x, y)])
        sxx = fsum([a * a for a in x])
    else:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        sxy = fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
        sxx = fsum([(d := a - xbar) * d for a in x])
    if not sxx:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    return LinearRegression((slope, 0.0 if proportional else ybar - slope * xbar))


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        values = list(data)
        return cls(fmean(values), stdev(values))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        # Bisection between bounds that no float probability passes.
        low, high = -40.0, 40.0
        for _ in range(200):
            middle = (low + high) / 2
            if 0.5 * (1.0 + erf(middle / sqrt(2.0))) < p:
                low = middle
            else:
                high = middle
        return self._mu + self._sigma * (low + high) / 2

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = (self, other) if (self._sigma, self._mu) <= (other._sigma, other._mu) else (other, self)
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = y.variance - x.variance, fabs(y._mu - x._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(y.variance / x.variance))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(y.cdf(x1) - x.cdf(x1)) + fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        return (self._mu, self._sigma) == (other._mu, other._sigma) if isinstance(other, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
