// What the files of the methods of bytes and bytearray share.
#pragma once

#include "common.h"

namespace loopline::script {

/// self of a method of bytes or bytearray, as it is now.
inline std::string_view self_bytes(const Value& self) noexcept { return *bytes_view_of(self); }

inline bool is_byte_array(const Value& self) noexcept { return Vm::core(self).is_object(kind::bytearray); }

/// A result of self's kind. Unset after raising MemoryError.
Value bytes_of_kind(Vm& vm, const Value& self, std::string data);

/// Where a method of bytes changes nothing it gives the object itself; a bytearray's gives a copy.
Value same_bytes(Vm& vm, const Value& self);

/// The methods of both, of bytearray alone.
void install_bytes_search(Vm& vm, Class& cls);
void install_bytes_case(Vm& vm, Class& cls);
void install_bytes_split(Vm& vm, Class& cls);
void install_bytes_convert(Vm& vm, Class& cls);
void install_byte_array(Vm& vm);

/// What bytes.hex() and its relatives write; unset after raising.
Value hex_text(Vm& vm, std::string_view data, const Value& separator, const Value& group);

}  // namespace loopline::script
