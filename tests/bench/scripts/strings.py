# Text: joining, splitting, replacing, formatting, looking characters up.
def caesar(text, shift):
    letters = []
    for letter in text:
        if "a" <= letter <= "z":
            letter = chr((ord(letter) - 97 + shift) % 26 + 97)
        letters.append(letter)
    return "".join(letters)


def main():
    line = "the quick brown fox jumps over the lazy dog"
    checksum = 0
    for i in range(60_000):
        words = line.split()
        text = " ".join(word.capitalize() if j % 2 else word.upper() for j, word in enumerate(words))
        text = text.replace("O", "0").lower().strip()
        checksum += text.count("o") + text.find("lazy") + len(f"{i:06d}: {text!r} {i / 7:.3f}")
        if text.startswith("the") and not text.endswith("cat"):
            checksum += ord(text[i % len(text)])
    secret = line
    for i in range(30_000):
        secret = caesar(secret, i)
    parts = ""
    for i in range(700_000):
        parts += str(i % 10)
    print(checksum, secret, len(parts), parts[::100000])


main()
