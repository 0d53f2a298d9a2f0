# The Mersenne Twister and what draws from it: the same numbers as CPython's.
import random

random.seed(0)


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: [random.random() for _ in range(3)])  #=> [0.8444218515250481, 0.7579544029403025, 0.420571580830845]
show(lambda: [random.randint(1, 6) for _ in range(10)])  #=> [3, 5, 4, 4, 3, 4, 3, 5, 2, 5]
show(lambda: ([random.randrange(0, 100, 7) for _ in range(5)], random.randrange(-5, -20, -3), random.randrange(10**30)))  #=> ([14, 28, 14, 84, 7], -17, 328556131797278727673497403654)
show(lambda: (random.choice([1, 2, 3]), random.choice("abc"), random.choice(range(100))))  #=> (1, 'c', 9)
show(lambda: (random.choices([1, 2, 3], k=5), random.choices("abc", [1, 5, 10], k=5), random.choices("ab", cum_weights=[1, 3], k=4)))  #=> ([3, 3, 2, 1, 2], ['c', 'c', 'c', 'c', 'c'], ['a', 'b', 'b', 'a'])
show(lambda: (random.sample(range(1000), 5), random.sample([1, 2, 3], 3), random.sample("abcdefghijklmnopqrstuvwxyz" * 3, 10)))  #=> ([736, 860, 408, 727, 844], [3, 1, 2], ['q', 'f', 'p', 'i', 'y', 'u', 'c', 'e', 's', 'f'])
show(lambda: random.sample(["x", "y"], counts=[3, 2], k=4))  #=> ['x', 'y', 'x', 'x']
show(lambda: (random.uniform(1, 2), random.uniform(5, -5), random.triangular(), random.triangular(0, 10, 2)))  #=> (1.1090578459311038, -0.5126724609055122, 0.6169604523465557, 3.9829635954461686)
show(lambda: (random.gauss(), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(), random.normalvariate(10, 3)))  #=> (0.4912935493074279, -1.1458279458387148, 7.649357324820913, 0.27082258518831326, 10.805640185359813)
show(lambda: (random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.gammavariate(3, 2)))  #=> (0.5714660549965421, 0.4345132359655848, 0.6044209356345084, 0.18823537684008104, 9.988141677082295)
show(lambda: (random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.paretovariate(3), random.weibullvariate(1, 2)))  #=> (1.1212273470989633, 0.9271582663318605, 5.337477735114251, 2.1199419481307045, 0.9439879864711964)
show(lambda: (random.getrandbits(1), random.getrandbits(32), random.getrandbits(63), random.getrandbits(64), random.getrandbits(100), random.getrandbits(0)))  #=> (1, 1801409089, 2538371716475184242, 9087887763589044865, 950441465571404878782958786384, 0)
show(lambda: (random.randbytes(5), random.randbytes(0)))  #=> (b'\xd0\xa8\xbc\xea\xfb', b'')
show(lambda: (random.seed(42), random.random()))  #=> (None, 0.6394267984578837)
show(lambda: (random.seed("text"), random.random()))  #=> (None, 0.8711565613554825)
show(lambda: (random.seed(b"bytes"), random.random()))  #=> (None, 0.37075677971469856)
show(lambda: (random.seed(bytearray(b"bytes")), random.random()))  #=> (None, 0.37075677971469856)
show(lambda: (random.seed(3.5), random.random()))  #=> (None, 0.3039190124834461)
show(lambda: (random.seed(-7), random.random()))  #=> (None, 0.32383276483316237)
show(lambda: (random.seed(10**40), random.random()))  #=> (None, 0.34753796566513817)
show(lambda: (random.seed("old", version=1), random.random()))  #=> (None, 0.37967105161626424)
show(lambda: (random.seed(True), random.random()))  #=> (None, 0.13436424411240122)
show(lambda: random.sample([1], 2))  #=> ValueError Sample larger than population or is negative
show(lambda: random.sample({1, 2}, 1))  #=> TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
show(lambda: random.sample([1, 2], k=-1))  #=> ValueError Sample larger than population or is negative
show(lambda: random.sample([1, 2], 2, counts=[1]))  #=> ValueError The number of counts does not match the population
show(lambda: random.sample([1, 2], 2, counts=[1, 1.5]))  #=> TypeError Counts must be integers
show(lambda: random.sample([1, 2], 5, counts=[1, 1]))  #=> ValueError Sample larger than population or is negative
show(lambda: random.choices([], k=2))  #=> IndexError list index out of range
show(lambda: random.choices([1], weights=[0]))  #=> ValueError Total of weights must be greater than zero
show(lambda: random.choices([1, 2], [1]))  #=> ValueError The number of weights does not match the population
show(lambda: random.choices([1], cum_weights=[1], weights=[1]))  #=> TypeError Cannot specify both weights and cumulative weights
show(lambda: random.choices([1], 4))  #=> TypeError The number of choices must be a keyword argument: k=4
show(lambda: random.choices([1, 2], [float("inf"), 1]))  #=> ValueError Total of weights must be finite
show(lambda: random.choice([]))  #=> IndexError Cannot choose from an empty sequence
show(lambda: random.choice(5))  #=> TypeError object of type 'int' has no len()
show(lambda: random.randint(3, 1))  #=> ValueError empty range for randrange() (3, 2, -1)
show(lambda: random.randrange(0))  #=> ValueError empty range for randrange()
show(lambda: random.randrange(1, 5, 0))  #=> ValueError zero step for randrange()
show(lambda: random.randrange(5, 1, 1))  #=> ValueError empty range for randrange() (5, 1, -4)
show(lambda: random.randrange(1.5))  #=> ValueError non-integer arg 1 for randrange()
show(lambda: random.randrange("a"))  #=> ValueError invalid literal for int() with base 10: 'a'
show(lambda: random.randrange(1, step=2))  #=> TypeError Missing a non-None stop argument
show(lambda: random.setstate((1, 2, 3)))  #=> ValueError state with version 1 passed to Random.setstate() of version 3
show(lambda: random.setstate((3, (1,), None)))  #=> ValueError state vector is the wrong size
show(lambda: random.getrandbits(-1))  #=> ValueError number of bits must be non-negative
show(lambda: random.getrandbits("a"))  #=> TypeError 'str' object cannot be interpreted as an integer
show(lambda: random.expovariate(0))  #=> ZeroDivisionError float division by zero
show(lambda: random.gammavariate(0, 1))  #=> ValueError gammavariate: alpha and beta must be > 0.0
show(lambda: random.random(1))  #=> TypeError Random.random() takes no arguments (1 given)
show(lambda: random.triangular(1, 1, 1))  #=> 1
show(lambda: random.SystemRandom().getstate())  #=> NotImplementedError System entropy source does not have state.
show(lambda: random.SystemRandom().seed(3))  #=> None

items = list(range(10))
random.seed(1)
random.shuffle(items)
print(items)  #=> [6, 8, 9, 7, 5, 3, 0, 4, 1, 2]
state = random.getstate()
first = [random.random(), random.gauss()]
random.setstate(state)
print(first == [random.random(), random.gauss()], state[0], len(state[1]), state[2])  #=> True 3 625 None

one, other = random.Random(5), random.Random(5)
print(one.random() == other.random(), one.randint(1, 100), isinstance(one, random.Random))  #=> True 95 True


class Half(random.Random):
    def random(self):
        return 0.5


half = Half()
print(half.randrange(10), half.choice("abcd"), half.random())  #=> 6 a 0.5


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


print(Bits().randrange(10), Bits().choice("abcd"))  #=> 1 b
try:
    random.seed([1])
except TypeError as e:
    print(repr(e))  #=> TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
