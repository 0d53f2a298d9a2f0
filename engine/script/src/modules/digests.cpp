// MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). SHA-3 and BLAKE2 are in digests_modern.cpp.
#include "digests.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace loopline::script::digests {

namespace {

/// The message with a one bit, zeros and its length in bits behind it, in whole blocks.
std::string padded(std::string_view message, std::size_t block, std::size_t length_bytes, bool big_endian) {
  std::string text(message);
  text += '\x80';
  while (text.size() % block != block - length_bytes) text += '\0';
  const std::uint64_t bits = static_cast<std::uint64_t>(message.size()) * 8;
  for (std::size_t i = 0; i < length_bytes; ++i) {
    const std::size_t place = big_endian ? length_bytes - 1 - i : i;
    text += place < 8 ? static_cast<char>(bits >> (place * 8)) : '\0';
  }
  return text;
}

template <class Word>
Word load_big(const char* bytes) {
  Word word = 0;
  for (std::size_t i = 0; i < sizeof(Word); ++i)
    word = static_cast<Word>(word << 8U) | static_cast<unsigned char>(bytes[i]);
  return word;
}

template <class Word, std::size_t count>
std::string store_big(const std::array<Word, count>& words) {
  std::string text;
  for (const Word word : words) {
    for (std::size_t i = sizeof(Word); i-- > 0;) text += static_cast<char>(word >> (i * 8));
  }
  return text;
}

std::uint32_t load_little(const char* bytes) {
  std::uint32_t word = 0;
  for (std::size_t i = 4; i-- > 0;) word = word << 8U | static_cast<unsigned char>(bytes[i]);
  return word;
}

/// The first 32 bits of |sin(i)|, i from 1: the constants of MD5.
const std::array<std::uint32_t, 64>& md5_constants() {
  static const std::array<std::uint32_t, 64> table = [] {
    std::array<std::uint32_t, 64> made{};
    for (std::size_t i = 0; i < 64; ++i) {
      made[i] = static_cast<std::uint32_t>(std::floor(std::fabs(std::sin(static_cast<double>(i + 1))) * 4294967296.0));
    }
    return made;
  }();
  return table;
}

/// Round constants of SHA-2: the first 64 bits of the fractional parts of cube roots of the primes. SHA-256 takes the
/// upper halves.
constexpr std::array<std::uint64_t, 80> kRounds = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817};

/// Rotations and shifts of one width of SHA-2.
struct Turns {
  int a1, a2, a3, e1, e2, e3, w1, w2, w3, v1, v2, v3;
};
constexpr Turns kTurns256{2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10};
constexpr Turns kTurns512{28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6};

template <class Word, std::size_t rounds>
std::string sha2(std::string_view message, std::array<Word, 8> state, const Turns& turns) {
  constexpr std::size_t kBlock = sizeof(Word) * 16;
  const std::string text = padded(message, kBlock, sizeof(Word) * 2, true);
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    std::array<Word, rounds> w{};
    for (std::size_t i = 0; i < 16; ++i) w[i] = load_big<Word>(text.data() + at + i * sizeof(Word));
    for (std::size_t i = 16; i < rounds; ++i) {
      const Word old = w[i - 15];
      const Word late = w[i - 2];
      const Word s0 = std::rotr(old, turns.w1) ^ std::rotr(old, turns.w2) ^ (old >> turns.w3);
      const Word s1 = std::rotr(late, turns.v1) ^ std::rotr(late, turns.v2) ^ (late >> turns.v3);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    std::array<Word, 8> s = state;
    for (std::size_t i = 0; i < rounds; ++i) {
      const Word s1 = std::rotr(s[4], turns.e1) ^ std::rotr(s[4], turns.e2) ^ std::rotr(s[4], turns.e3);
      const Word choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
      const Word constant = static_cast<Word>(kRounds[i] >> (64 - sizeof(Word) * 8));
      const Word one = s[7] + s1 + choice + constant + w[i];
      const Word s0 = std::rotr(s[0], turns.a1) ^ std::rotr(s[0], turns.a2) ^ std::rotr(s[0], turns.a3);
      const Word majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
      s = {one + s0 + majority, s[0], s[1], s[2], s[3] + one, s[4], s[5], s[6]};
    }
    for (std::size_t i = 0; i < 8; ++i) state[i] += s[i];
  }
  return store_big(state);
}

}  // namespace

std::string md5(std::string_view message) {
  static constexpr int kShift[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  std::array<std::uint32_t, 4> state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  const std::string text = padded(message, 64, 8, false);
  for (std::size_t at = 0; at < text.size(); at += 64) {
    auto [a, b, c, d] = state;
    for (std::uint32_t i = 0; i < 64; ++i) {
      const std::uint32_t round = i / 16;
      std::uint32_t mixed = 0;
      std::uint32_t word = 0;
      switch (round) {
        case 0:
          mixed = (b & c) | (~b & d);
          word = i;
          break;
        case 1:
          mixed = (d & b) | (~d & c);
          word = 5 * i + 1;
          break;
        case 2:
          mixed = b ^ c ^ d;
          word = 3 * i + 5;
          break;
        default:
          mixed = c ^ (b | ~d);
          word = 7 * i;
          break;
      }
      mixed += a + md5_constants()[i] + load_little(text.data() + at + (word % 16) * 4);
      a = d;
      d = c;
      c = b;
      b += std::rotl(mixed, kShift[round][i % 4]);
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d};
  }
  std::string digest;
  for (const std::uint32_t word : state) {
    for (unsigned i = 0; i < 4; ++i) digest += static_cast<char>(word >> (i * 8));
  }
  return digest;
}

std::string sha1(std::string_view message) {
  static constexpr std::uint32_t kConstant[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
  std::array<std::uint32_t, 5> state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  const std::string text = padded(message, 64, 8, true);
  for (std::size_t at = 0; at < text.size(); at += 64) {
    std::array<std::uint32_t, 80> w{};
    for (std::size_t i = 0; i < 16; ++i) w[i] = load_big<std::uint32_t>(text.data() + at + i * 4);
    for (std::size_t i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t i = 0; i < 80; ++i) {
      const std::size_t round = i / 20;
      const std::uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                                  : round == 2 ? (b & c) | (b & d) | (c & d)
                                               : b ^ c ^ d;
      const std::uint32_t next = std::rotl(a, 5) + mixed + e + kConstant[round] + w[i];
      e = d;
      d = c;
      c = std::rotl(b, 30);
      b = a;
      a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
  }
  return store_big(state);
}

std::string sha256(std::string_view message, std::size_t size) {
  constexpr std::array<std::uint32_t, 8> k256 = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  constexpr std::array<std::uint32_t, 8> k224 = {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
                                                 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4};
  return sha2<std::uint32_t, 64>(message, size == 28 ? k224 : k256, kTurns256).substr(0, size);
}

std::string sha512(std::string_view message, std::size_t size) {
  constexpr std::array<std::uint64_t, 8> k512 = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                                 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                                 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
  constexpr std::array<std::uint64_t, 8> k384 = {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17,
                                                 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
                                                 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4};
  return sha2<std::uint64_t, 80>(message, size == 48 ? k384 : k512, kTurns512).substr(0, size);
}

}  // namespace loopline::script::digests
