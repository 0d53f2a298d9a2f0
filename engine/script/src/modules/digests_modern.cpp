// SHA-3 (FIPS 202) and BLAKE2 (RFC 7693).
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "digests.h"

namespace loopline::script::digests {

namespace {

using Sponge = std::array<std::uint64_t, 25>;

/// Keccak's permutation of 24 rounds.
void permute(Sponge& a) {
  std::uint8_t feedback = 1;
  for (int round = 0; round < 24; ++round) {
    std::array<std::uint64_t, 5> columns{};
    for (std::size_t x = 0; x < 5; ++x) columns[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (std::size_t x = 0; x < 5; ++x) {
      const std::uint64_t mixed = columns[(x + 4) % 5] ^ std::rotl(columns[(x + 1) % 5], 1);
      for (std::size_t y = 0; y < 25; y += 5) a[x + y] ^= mixed;
    }
    // Rotate along a walk over the 24 other lanes.
    std::size_t x = 1;
    std::size_t y = 0;
    std::uint64_t moved = a[1];
    for (int step = 1; step <= 24; ++step) {
      const std::size_t next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      moved = std::exchange(a[x + 5 * y], std::rotl(moved, step * (step + 1) / 2 % 64));
    }
    for (std::size_t row = 0; row < 25; row += 5) {
      std::array<std::uint64_t, 5> lane{};
      for (std::size_t i = 0; i < 5; ++i) lane[i] = a[row + i];
      for (std::size_t i = 0; i < 5; ++i) a[row + i] = lane[i] ^ (~lane[(i + 1) % 5] & lane[(i + 2) % 5]);
    }
    // The round's constant comes out of a shift register.
    for (int bit = 0; bit < 7; ++bit) {
      if ((feedback & 1U) != 0) a[0] ^= std::uint64_t{1} << ((1U << static_cast<unsigned>(bit)) - 1U);
      feedback = static_cast<std::uint8_t>((feedback << 1U) ^ ((feedback & 0x80U) != 0 ? 0x71U : 0U));
    }
  }
}

std::string keccak(std::string_view message, std::size_t rate, char suffix, std::size_t size) {
  Sponge state{};
  std::string text(message);
  text += suffix;
  while (text.size() % rate != 0) text += '\0';
  text.back() = static_cast<char>(static_cast<unsigned char>(text.back()) | 0x80U);
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>((i % 8) * 8); };
  for (std::size_t at = 0; at < text.size(); at += rate) {
    for (std::size_t i = 0; i < rate; ++i) {
      state[i / 8] ^= std::uint64_t{static_cast<unsigned char>(text[at + i])} << byte(i);
    }
    permute(state);
  }
  std::string digest;
  while (digest.size() < size) {
    for (std::size_t i = 0; i < rate && digest.size() < size; ++i) digest += static_cast<char>(state[i / 8] >> byte(i));
    if (digest.size() < size) permute(state);
  }
  return digest;
}

constexpr std::uint8_t kOrder[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

template <class Word>
struct Blake {
  static constexpr std::size_t kBlock = sizeof(Word) * 16;
  static constexpr bool kWide = sizeof(Word) == 8;
  static constexpr std::array<int, 4> kTurns = kWide ? std::array{32, 24, 16, 63} : std::array{16, 12, 8, 7};
  static constexpr std::array<std::uint64_t, 8> kStart = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                                          0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                                          0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
  static constexpr Word start(std::size_t i) { return static_cast<Word>(kStart[i] >> (64 - sizeof(Word) * 8)); }

  std::array<Word, 8> h{};

  void compress(const char* block, std::uint64_t count, bool last) {
    std::array<Word, 16> m{};
    for (std::size_t i = 0; i < kBlock; ++i) {
      m[i / sizeof(Word)] |=
          static_cast<Word>(static_cast<Word>(static_cast<unsigned char>(block[i])) << (i % sizeof(Word) * 8));
    }
    std::array<Word, 16> v{};
    for (std::size_t i = 0; i < 8; ++i) {
      v[i] = h[i];
      v[i + 8] = start(i);
    }
    v[12] ^= static_cast<Word>(count);
    if constexpr (!kWide) v[13] ^= static_cast<Word>(count >> 32U);
    if (last) v[14] = static_cast<Word>(~v[14]);
    const auto mix = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, Word x, Word y) {
      v[a] += v[b] + x;
      v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kTurns[0]);
      v[c] += v[d];
      v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kTurns[1]);
      v[a] += v[b] + y;
      v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kTurns[2]);
      v[c] += v[d];
      v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kTurns[3]);
    };
    for (std::size_t round = 0; round < (kWide ? 12U : 10U); ++round) {
      const auto& order = kOrder[round % 10];
      for (std::size_t i = 0; i < 4; ++i) mix(i, i + 4, i + 8, i + 12, m[order[2 * i]], m[order[2 * i + 1]]);
      for (std::size_t i = 0; i < 4; ++i) {
        mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[order[8 + 2 * i]], m[order[9 + 2 * i]]);
      }
    }
    for (std::size_t i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[i + 8];
  }

  std::string digest(std::string_view message, std::string_view key, std::size_t size) {
    for (std::size_t i = 0; i < 8; ++i) h[i] = start(i);
    h[0] ^= static_cast<Word>(0x01010000U ^ key.size() << 8U ^ size);
    std::string text;
    if (!key.empty()) {
      text = key;
      text.resize(kBlock);
    }
    text += message;
    const std::size_t length = text.size();
    text.resize(std::max(kBlock, (length + kBlock - 1) / kBlock * kBlock));
    for (std::size_t at = 0; at < text.size(); at += kBlock) {
      const bool last = at + kBlock == text.size();
      compress(text.data() + at, last ? length : at + kBlock, last);
    }
    std::string result;
    for (std::size_t i = 0; i < size; ++i) result += static_cast<char>(h[i / sizeof(Word)] >> (i % sizeof(Word) * 8));
    return result;
  }
};

}  // namespace

std::string sha3(std::string_view message, std::size_t size) { return keccak(message, 200 - 2 * size, 6, size); }
std::string shake(std::string_view message, std::size_t rate, std::size_t size) {
  return keccak(message, rate, 0x1f, size);
}
std::string blake2b(std::string_view message, std::string_view key, std::size_t size) {
  return Blake<std::uint64_t>().digest(message, key, size);
}
std::string blake2s(std::string_view message, std::string_view key, std::size_t size) {
  return Blake<std::uint32_t>().digest(message, key, size);
}

}  // namespace loopline::script::digests
