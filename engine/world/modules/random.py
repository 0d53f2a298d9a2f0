"""Random numbers as CPython 3.11 makes them. The Mersenne Twister is native; what draws from it is here."""

import _random
from math import acos, ceil, cos, e, exp, floor, isfinite, log, pi, sin, sqrt, tau

__all__ = [
    "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
    "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
    "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
    "weibullvariate",
]

NV_MAGICCONST = 4 * exp(-0.5) / sqrt(2.0)
LOG4 = log(4.0)
SG_MAGICCONST = 1.0 + log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF
TWOPI = tau

_ONE = 1


def _urandom(n):
    from os import urandom

    return urandom(n)


def _whole(value):
    """An argument of randrange() as an integer; floats without a fraction still pass, with a warning."""
    try:
        return value.__index__()
    except AttributeError:
        pass
    number = int(value)
    from warnings import warn

    if number != value:
        warn("randrange() will raise TypeError in the future", DeprecationWarning, 2)
        return None
    warn("non-integer arguments to randrange() have been deprecated since Python 3.10 "
         "and will be removed in a subsequent version", DeprecationWarning, 2)
    return number


def _below_from_bits(self, n):
    bits = n.bit_length()
    drawn = self.getrandbits(bits)
    while drawn >= n:
        drawn = self.getrandbits(bits)
    return drawn


def _below_from_random(self, n, maxsize=1 << BPF):
    if n >= maxsize:
        from warnings import warn

        warn("Underlying random() generator does not supply \nenough bits to choose from a population range this "
             "large.\nTo remove the range limitation, add a getrandbits() method.")
        return floor(self.random() * n)
    limit = (maxsize - maxsize % n) / maxsize
    drawn = self.random()
    while drawn >= limit:
        drawn = self.random()
    return floor(drawn * maxsize) % n


class Random(_random.Random):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # A class with another source draws its integers from that source.
        for each in cls.__mro__:
            names = each.__dict__
            if "_randbelow" in names:
                break
            if "getrandbits" in names:
                cls._randbelow = _below_from_bits
                break
            if "random" in names:
                cls._randbelow = _below_from_random
                break

    def seed(self, a=None, version=2):
        if a is None:
            a = int.from_bytes(_urandom(2496), "little")
        elif version == 1 and isinstance(a, (str, bytes)):
            a = self._old_hash(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            import _hashes

            data = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(data + _hashes.digest("sha512", data, b"", 64), "big")
        elif not isinstance(a, (int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    @staticmethod
    def _old_hash(a):
        data = a.decode("latin-1") if isinstance(a, bytes) else a
        x = ord(data[0]) << 7 if data else 0
        for c in map(ord, data):
            x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
        x ^= len(data)
        return -2 if x == -1 else x

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version == 3:
            version, internal, self.gauss_next = state
        elif version == 2:
            version, internal, self.gauss_next = state
            internal = tuple(word % (2 ** 32) for word in internal)
        else:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
        super().setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # integers

    def randrange(self, start, stop=None, step=_ONE):
        first = start if type(start) is int else _whole(start)
        if first is None:
            raise ValueError("non-integer arg 1 for randrange()")
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = stop if type(stop) is int else _whole(stop)
        if last is None:
            raise ValueError("non-integer stop for randrange()")
        width = last - first
        stride = step if type(step) is int else _whole(step)
        if stride is None:
            raise ValueError("non-integer step for randrange()")
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range for randrange() ({first}, {last}, {width})")
        if stride > 0:
            count = (width + stride - 1) // stride
        elif stride < 0:
            count = (width + stride + 1) // stride
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    # sequences

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        below = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not _is_sequence(population):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, counts)
        below = self._randbelow
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # A set of what was taken is smaller than a copy of the population where that is large.
        set_size = 21
        if k > 5:
            set_size += 4 ** ceil(log(k * 3, 4))
        if n <= set_size:
            pool = list(population)
            for i in range(k):
                j = below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = below(n)
                while j in taken:
                    j = below(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts):
        sums = _running_sums(counts)
        if len(sums) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = sums.pop() if sums else 0
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        chosen = self.sample(range(total), k=k)
        return [population[_bisect(sums, each, len(sums))] for each in chosen]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for _ in range(k)]
            try:
                cum_weights = _running_sums(weights)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f"The number of choices must be a keyword argument: {k=}") from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, random() * total, n - 1)] for _ in range(k)]

    # real numbers

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan: the ratio of two uniform numbers.
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller make two numbers at a time: the second is kept for the next call.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + acos(f)) % TWOPI if random() > 0.5 else (mu - acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return (self._gamma_above_one(alpha) if alpha > 1.0 else self._gamma_below_one(alpha)) * beta

    def _gamma_above_one(self, alpha):
        # Cheng's method of 1977.
        random = self.random
        inverse = sqrt(2.0 * alpha - 1.0)
        b = alpha - LOG4
        c = alpha + inverse
        while True:
            u1 = random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - random()
            v = log(u1 / (1.0 - u1)) / inverse
            x = alpha * exp(v)
            z = u1 * u1 * u2
            r = b + c * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_below_one(self, alpha):
        # Algorithm GS of Ahrens and Dieter.
        random = self.random
        while True:
            u = random()
            b = (e + alpha) / e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x
            elif u1 <= exp(-x):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """Numbers from os.urandom(), which in the sandbox is a generator with a fixed seed of its own."""

    def random(self):
        return (int.from_bytes(_urandom(7), "big") >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size), "big") >> (size * 8 - k)

    def randbytes(self, n):
        return _urandom(n)

    def seed(self, *args, **kwds):
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


def _is_sequence(value):
    if isinstance(value, (list, tuple, range, str, bytes, bytearray, memoryview)):
        return True
    if isinstance(value, (dict, set, frozenset)):
        return False
    from collections.abc import Sequence

    return isinstance(value, Sequence)


def _running_sums(values):
    sums = []
    total = None
    for value in values:
        total = value if total is None else total + value
        sums.append(total)
    return sums


def _bisect(values, x, high):
    """The first place behind all values up to x."""
    low = 0
    while low < high:
        middle = (low + high) // 2
        if x < values[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_inst = Random(0)
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
