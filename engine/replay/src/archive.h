// The columns of an index as bytes and back. One function per class names its parts, for both directions. Numbers are
// as the machine has them (little-endian); Derived sees to it that others rebuild instead.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "large_pages.h"

namespace loopline::replay {

template <class Value>
concept Plain = std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value>;

/// Against accidents; what gets past it is tested value by value. The same for bytes that come piece by piece.
class Checksum {
 public:
  void add(std::span<const std::uint8_t> bytes) noexcept {
    while (!bytes.empty() && m_held != 0) bytes = hold(bytes);
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data(), 8);
      mix(word);
    }
    while (!bytes.empty()) bytes = hold(bytes);
  }
  std::uint64_t value() const noexcept {
    Checksum whole = *this;
    whole.mix(m_word);
    whole.mix(m_held);
    return whole.m_sum;
  }

 private:
  void mix(std::uint64_t word) noexcept { m_sum = std::rotl((m_sum ^ word) * 0x9E3779B97F4A7C15u, 29); }
  std::span<const std::uint8_t> hold(std::span<const std::uint8_t> bytes) noexcept {
    m_word |= std::uint64_t{bytes[0]} << (8 * m_held);
    if (++m_held == 8) {
      mix(m_word);
      m_word = m_held = 0;
    }
    return bytes.subspan(1);
  }

  std::uint64_t m_sum = 0;
  std::uint64_t m_word = 0, m_held = 0;  // bytes that do not fill a word yet, and how many
};

inline std::uint64_t checksum(std::span<const std::uint8_t> bytes) noexcept {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

class ArchiveWriter {
 public:
  template <class... Parts>
  void operator()(Parts&... parts) {
    (write(parts), ...);
  }
  bool ok() const noexcept { return true; }
  std::vector<std::uint8_t> take() { return std::move(m_bytes); }

 private:
  template <Plain Value>
  void write(const Value& value) {
    append(&value, sizeof value);
  }
  template <Plain Value>
  void write(const std::vector<Value>& values) {
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(values.data()),
                                              values.size() * sizeof(Value));
    write(std::uint64_t{values.size()});
    append(bytes.data(), bytes.size());
    write(checksum(bytes));
  }
  void append(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    m_bytes.insert(m_bytes.end(), bytes, bytes + size);
  }

  std::vector<std::uint8_t> m_bytes;
};

/// Where archived bytes come from, one after another.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t left() const = 0;
  /// False if they cannot be read. Never asked for more than left().
  virtual bool read(std::span<std::uint8_t> bytes) = 0;
  /// Whether check sums are worth comparing: a disk may have altered the bytes.
  virtual bool may_be_damaged() const noexcept { return true; }
};

/// Reads what an ArchiveWriter wrote, straight into the columns: they may be hundreds of megabytes. ok() is false once
/// something was not there or not what was written; what is read then is empty.
class ArchiveReader {
 public:
  explicit ArchiveReader(ByteSource& source) : m_source(source) {}

  template <class... Parts>
  void operator()(Parts&... parts) {
    (read(parts), ...);
  }
  bool ok() const noexcept { return m_ok; }
  bool at_end() const { return m_ok && m_source.left() == 0; }

 private:
  template <Plain Value>
  void read(Value& value) {
    take(reinterpret_cast<std::uint8_t*>(&value), sizeof value);
  }
  template <Plain Value>
  void read(std::vector<Value>& values) {
    std::uint64_t count = 0, sum = 0;
    read(count);
    values.clear();
    m_ok = m_ok && count <= m_source.left() / sizeof(Value);
    if (!m_ok) return;
    values.reserve(count);
    prefer_large_pages(values.data(), count * sizeof(Value));
    values.resize(count);
    const std::span<std::uint8_t> bytes(reinterpret_cast<std::uint8_t*>(values.data()), count * sizeof(Value));
    take(bytes.data(), bytes.size());
    read(sum);
    m_ok = m_ok && (!m_source.may_be_damaged() || sum == checksum(bytes));
    if (!m_ok) values.clear();
  }
  void take(std::uint8_t* to, std::size_t size) {
    m_ok = m_ok && size <= m_source.left() && (size == 0 || m_source.read({to, size}));
  }

  ByteSource& m_source;
  bool m_ok = true;
};

/// Whether no value is greater than the greatest allowed. What comes from a file is tested before it serves as an
/// index.
template <class Values>
bool none_above(const Values& values, std::uint64_t greatest) noexcept {
  for (const auto value : values) {
    if (value > greatest) return false;
  }
  return true;
}
template <class Values>
bool never_falls(const Values& values) noexcept {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] < values[i - 1]) return false;
  }
  return true;
}

}  // namespace loopline::replay
