# Dictionaries: counting words, grouping, a table of tuples, removing while adding.
def words(count):
    state = 1
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        yield "w%d" % (state // 65536 % 5000)


def main():
    counts = {}
    for word in words(1_200_000):
        counts[word] = counts.get(word, 0) + 1
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count % 10, []).append(word)
    grid = {}
    for x in range(300):
        for y in range(300):
            grid[x, y] = x * y
    total = 0
    for x in range(1, 299):
        for y in range(1, 299):
            total += grid[x - 1, y] + grid[x + 1, y] - grid[x, y - 1] - grid[x, y + 1]
    window = {}
    for i in range(900_000):
        window[i] = i
        if i >= 1000:
            del window[i - 1000]
    print(len(counts), sorted(len(group) for group in groups.values()), total, sum(window.values()))


main()
