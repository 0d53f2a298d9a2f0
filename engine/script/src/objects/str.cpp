#include "script/objects/str.h"

#include <algorithm>
#include <cstring>

namespace loopline::script {

namespace {

// SipHash-1-3, as CPython 3.11 hashes strings; PYTHONHASHSEED=0 makes its key zero.
class SipHash13 {
 public:
  std::uint64_t operator()(std::string_view bytes) noexcept {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, 8);
      absorb(word);
    }
    std::uint64_t last = static_cast<std::uint64_t>(bytes.size()) << 56U;
    for (std::size_t i = 0; i < left; ++i) last |= static_cast<std::uint64_t>(at[i]) << (8 * i);
    absorb(last);
    m_v2 ^= 0xff;
    round();
    round();
    round();
    return m_v0 ^ m_v1 ^ m_v2 ^ m_v3;
  }

 private:
  static std::uint64_t rotate(std::uint64_t x, int bits) noexcept { return x << bits | x >> (64 - bits); }
  void round() noexcept {
    m_v0 += m_v1;
    m_v2 += m_v3;
    m_v1 = rotate(m_v1, 13) ^ m_v0;
    m_v3 = rotate(m_v3, 16) ^ m_v2;
    m_v0 = rotate(m_v0, 32);
    m_v2 += m_v1;
    m_v0 += m_v3;
    m_v1 = rotate(m_v1, 17) ^ m_v2;
    m_v3 = rotate(m_v3, 21) ^ m_v0;
    m_v2 = rotate(m_v2, 32);
  }
  void absorb(std::uint64_t word) noexcept {
    m_v3 ^= word;
    round();
    m_v0 ^= word;
  }

  std::uint64_t m_v0 = 0x736f6d6570736575ULL;
  std::uint64_t m_v1 = 0x646f72616e646f6dULL;
  std::uint64_t m_v2 = 0x6c7967656e657261ULL;
  std::uint64_t m_v3 = 0x7465646279746573ULL;
};

}  // namespace

std::int64_t hash_bytes(std::string_view bytes) noexcept {
  if (bytes.empty()) return 0;
  const auto hash = static_cast<std::int64_t>(SipHash13()(bytes));
  return hash == -1 ? -2 : hash;
}

void Str::dispose() noexcept {
  const std::size_t bytes = sizeof(Str) + m_capacity;
  this->~Str();
  loop::Memory::current().deallocate(this, bytes);
}

Ref<Str> Str::reserve(std::size_t bytes) { return reserve(bytes, bytes); }

Ref<Str> Str::reserve(std::size_t bytes, std::size_t capacity) {
  return Ref<Str>(::new (loop::Memory::current().allocate(sizeof(Str) + capacity)) Str(bytes, capacity));
}

Ref<Str> Str::append(Ref<Str> left, const Str& right) {
  const std::size_t bytes = left->m_bytes + right.m_bytes;
  const std::size_t characters = left->m_length + right.m_length;
  const bool is_own = left->references() == 1 && !left->is_interned();
  if (is_own && bytes <= left->m_capacity) {
    std::memcpy(left->data() + left->m_bytes, right.view().data(), right.m_bytes);
    left->m_bytes = bytes;
    left->m_length = characters;
    left->m_hash = 0;
    return left;
  }
  // Room for more pieces only once there were some: most sums are not added to again.
  constexpr std::size_t kWorthRoom = 256;
  Ref<Str> made = reserve(bytes, is_own && bytes >= kWorthRoom ? bytes + bytes / 4 : bytes);
  std::memcpy(made->data(), left->view().data(), left->m_bytes);
  std::memcpy(made->data() + left->m_bytes, right.view().data(), right.m_bytes);
  made->finish(characters);
  return made;
}

Ref<Str> Str::create(std::string_view text) {
  Ref<Str> made = reserve(text.size());
  if (!text.empty()) std::memcpy(made->data(), text.data(), text.size());
  made->finish();
  return made;
}

Ref<Str> Str::concat(std::string_view left, std::string_view right) {
  Ref<Str> made = reserve(left.size() + right.size());
  if (!left.empty()) std::memcpy(made->data(), left.data(), left.size());
  if (!right.empty()) std::memcpy(made->data() + left.size(), right.data(), right.size());
  made->finish();
  return made;
}

void Str::finish() noexcept { m_length = utf8::length(view()); }

std::int64_t Str::compute_hash() const noexcept {
  // CPython hashes its own representation: one, two or four bytes a character, whichever is enough for all.
  if (is_ascii()) return hash_bytes(view());
  const std::u32string characters = utf8::to_utf32(view());
  char32_t greatest = 0;
  for (const char32_t c : characters) greatest = std::max(greatest, c);
  if (greatest < 0x100) {
    std::string narrow;
    for (const char32_t c : characters) narrow += static_cast<char>(c);
    return hash_bytes(narrow);
  }
  if (greatest < 0x10000) {
    std::u16string medium;
    for (const char32_t c : characters) medium += static_cast<char16_t>(c);
    return hash_bytes({reinterpret_cast<const char*>(medium.data()), medium.size() * 2});
  }
  return hash_bytes({reinterpret_cast<const char*>(characters.data()), characters.size() * 4});
}

std::size_t Str::offset_of(std::size_t index) const noexcept {
  if (is_ascii()) return index;
  if (index >= m_length) return m_bytes;
  std::size_t at = m_known_offset;
  std::size_t character = m_known_index;
  if (index < character / 2) at = character = 0;
  const std::string_view text = view();
  const auto is_continuation = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U; };
  while (character < index) {
    do ++at;
    while (at < m_bytes && is_continuation(at));
    ++character;
  }
  while (character > index) {
    do --at;
    while (is_continuation(at));
    --character;
  }
  m_known_index = character;
  m_known_offset = at;
  return at;
}

std::string_view Str::slice(std::size_t from, std::size_t to) const noexcept {
  const std::size_t begin = offset_of(from);
  return view().substr(begin, offset_of(to) - begin);
}

char32_t Str::at(std::size_t index) const noexcept {
  std::size_t offset = offset_of(index);
  return utf8::decode(view(), offset);
}

namespace utf8 {

char32_t decode(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return text[at++];
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) {
    ++at;
    return 0xdc00U + first;
  }
  char32_t character = first & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) character = character << 6U | (byte(at + i) & 0x3fU);
  at += length;
  return character;
}

std::size_t length(std::string_view text) noexcept {
  std::size_t continuation = 0;
  for (const char c : text) continuation += (static_cast<unsigned char>(c) & 0xc0U) == 0x80U ? 1U : 0U;
  return text.size() - continuation;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) characters += decode(text, at);
  return characters;
}

}  // namespace utf8

}  // namespace loopline::script
