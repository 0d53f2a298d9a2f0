# Generators: a pipeline, a recursive walk with yield from, sending.
def numbers(count):
    n = 0
    while n < count:
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def odd(source):
    return (n for n in source if n % 2)


def tree(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from tree(low, middle)
        yield middle
        yield from tree(middle + 1, high)


def averager():
    total = count = 0
    average = 0.0
    while True:
        total += yield average
        count += 1
        average = total / count


def main():
    print(sum(odd(squares(numbers(3_000_000)))))
    print(sum(tree(0, 200_000)))
    mean = averager()
    next(mean)
    for n in range(1_500_000):
        last = mean.send(n)
    print(last)


main()
