// The data of bytes-like values: bytes, bytearray, memoryview, and instances of classes that derive from the first two.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "script/vm.h"

namespace loopline::script {

/// The data of a bytes-like value, as a view where it lies in one piece, else as a copy. The view is valid while nobody
/// changes the value.
class BytesData {
 public:
  /// Empty if the value is not bytes-like, or a released view.
  explicit BytesData(const Value& value);
  bool is_bytes_like() const noexcept { return m_is_bytes_like; }
  std::string_view view() const noexcept { return m_is_copied ? std::string_view(m_copy) : m_view; }

 private:
  bool m_is_bytes_like = false;
  bool m_is_copied = false;
  std::string_view m_view;
  std::string m_copy;
};

/// The data of bytes and bytearrays; valid while nobody changes it.
std::optional<std::string_view> bytes_view_of(const Value& value) noexcept;

/// Whether the value is bytes-like; false after raising TypeError "a bytes-like object is required, not 'str'".
bool require_bytes(Vm& vm, const Value& value, const BytesData& data);

/// A copy of the data of a bytes-like value or of what its __bytes__ gives. nullopt without an error: it is none.
std::optional<std::string> bytes_like(Vm& vm, const Value& value);

/// The bytes of an iterable of integers or of a bytes-like value; nullopt after raising. `type` is for messages.
std::optional<std::string> bytes_from_object(Vm& vm, const Value& value, const char* type = "bytes");

/// A byte from an integer: nullopt after raising.
std::optional<char> byte_from(Vm& vm, const Value& value);

/// `item in data`: 1, 0, -1 after raising.
int bytes_contain(Vm& vm, std::string_view data, const Value& item);

/// left + right for bytes and bytearrays; unset without an error if the operands do not go together.
Value concatenate_bytes(Vm& vm, const Value& left, const Value& right, const Value& left_value, bool in_place);

/// array[key] = value, or del array[key] if the value is null. False after raising.
bool set_bytes(Vm& vm, ByteArray& array, const Value& key, const Value* value);

/// Whether a bytearray may change its size; false after raising BufferError.
bool may_resize(Vm& vm, const ByteArray& array);

}  // namespace loopline::script
