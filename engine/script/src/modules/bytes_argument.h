// Native modules' view of bytes-like arguments.
#pragma once

#include <optional>
#include <string_view>

#include "script/vm.h"

namespace loopline::script {

/// What a bytes or bytearray (or an instance of a class derived from one) holds; nullopt for other values. Valid while
/// the value lives and a bytearray is not changed.
inline std::optional<std::string_view> bytes_in(const Value& value) {
  if (const Bytes* bytes = Vm::core_as<Bytes>(value, kind::bytes)) return bytes->data;
  if (const ByteArray* bytes = Vm::core_as<ByteArray>(value, kind::bytearray)) return bytes->data;
  return std::nullopt;
}

}  // namespace loopline::script
