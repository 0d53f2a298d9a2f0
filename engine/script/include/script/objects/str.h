// Strings: immutable UTF-8 (lone surrogates as three bytes each), with the number of characters known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "script/value.h"

namespace loopline::script {

class Str final : public Object {
 public:
  static Ref<Str> create(std::string_view text);
  /// Two halves joined without a temporary.
  static Ref<Str> concat(std::string_view left, std::string_view right);
  /// left + right. The left string itself grows if nobody else has it, so that a text built piece by piece takes linear
  /// time.
  static Ref<Str> append(Ref<Str> left, const Str& right);
  /// A string of `bytes` bytes whose text the caller writes before anybody reads it, then calls finish().
  static Ref<Str> reserve(std::size_t bytes);
  char* data() noexcept { return reinterpret_cast<char*>(this + 1); }
  void finish() noexcept;
  /// The same where the number of characters is known.
  void finish(std::size_t characters) noexcept { m_length = characters; }

  std::string_view view() const noexcept { return {reinterpret_cast<const char*>(this + 1), m_bytes}; }
  std::size_t byte_size() const noexcept { return m_bytes; }
  /// In characters.
  std::size_t length() const noexcept { return m_length; }
  bool is_ascii() const noexcept { return m_bytes == m_length; }
  bool is_interned() const noexcept { return (m_flags & kInterned) != 0; }
  void set_interned() noexcept { m_flags |= kInterned; }

  /// Byte offset of a character; `index` may be length(). Constant time for ASCII, else a walk from the nearer known
  /// place.
  std::size_t offset_of(std::size_t index) const noexcept;
  /// The characters from `from` up to `to`.
  std::string_view slice(std::size_t from, std::size_t to) const noexcept;
  /// The code point at a character index below length().
  char32_t at(std::size_t index) const noexcept;

  /// SipHash-1-3 with the key that PYTHONHASHSEED=0 gives.
  std::int64_t hash() const noexcept {
    if (m_hash == 0) m_hash = compute_hash();
    return m_hash;
  }
  bool equals(const Str& other) const noexcept {
    if (this == &other) return true;
    if (is_interned() && other.is_interned()) return false;
    return view() == other.view();
  }

 private:
  explicit Str(std::size_t bytes, std::size_t capacity) noexcept
      : Object(kind::str), m_bytes(bytes), m_capacity(capacity) {}
  static Ref<Str> reserve(std::size_t bytes, std::size_t capacity);
  void dispose() noexcept override;
  std::int64_t compute_hash() const noexcept;

  static constexpr std::uint16_t kInterned = kFirstOwnFlag;

  std::size_t m_bytes;
  std::size_t m_capacity;
  std::size_t m_length = 0;
  mutable std::int64_t m_hash = 0;
  mutable std::size_t m_known_index = 0;  // a character whose offset is known, for walking on
  mutable std::size_t m_known_offset = 0;
};

inline Str* as_str(const Value& value) noexcept { return as_kind<Str>(value, kind::str); }

/// Helpers for UTF-8 text.
namespace utf8 {

/// Decodes the character at `at`, which must be below the size; moves `at` behind it. Bytes that are no UTF-8 give
/// themselves as U+DC80…U+DCFF.
char32_t decode(std::string_view text, std::size_t& at) noexcept;
void append(std::string& text, char32_t character);
/// How many characters a text has.
std::size_t length(std::string_view text) noexcept;
std::u32string to_utf32(std::string_view text);

}  // namespace utf8

/// CPython's hash of a string of bytes under PYTHONHASHSEED=0. Never 0 (only the empty string hashes to 0, given as -2
/// … see Vm::hash) and never -1.
std::int64_t hash_bytes(std::string_view bytes) noexcept;

}  // namespace loopline::script
